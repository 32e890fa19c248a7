import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { problemOf } from '../api/client.ts';
import { Empty, Failed, Loading } from './states.tsx';
import './rows.css';

/** What a list needs of `useRows`. */
interface Found<Row> {
  readonly rows: readonly Row[];
  readonly error: unknown;
  readonly isPending: boolean;
  readonly isPlaceholderData: boolean;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
  readonly refetch: () => unknown;
}

interface Props<Row> {
  readonly found: Found<Row>;
  readonly keyOf: (row: Row) => string;
  readonly children: (row: Row) => ReactNode;
  readonly empty: ReactNode;
  /** About how high a row is, in pixels, until it is measured. */
  readonly height?: number;
  readonly label: string;
}

/** A list of any length: only the rows in view are in the page, and the next ones are asked for before they are needed. */
export function Rows<Row>(props: Props<Row>) {
  const { found, empty } = props;
  if (found.error && found.rows.length === 0) return <Failed problem={problemOf(found.error)} onRetry={found.refetch} />;
  if (found.isPending) return <Loading />;
  if (found.rows.length === 0) return <Empty>{empty}</Empty>;
  return <VirtualRows {...props} />;
}

function VirtualRows<Row>({ found, keyOf, children, height = 84, label }: Props<Row>) {
  const { rows, hasNextPage, isFetchingNextPage, fetchNextPage, error } = found;
  const root = useRef<HTMLOListElement>(null);
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => setOffset(root.current?.offsetTop ?? 0), []);
  const printing = usePrinting();
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => height,
    overscan: printing ? rows.length : 8,
    scrollMargin: offset,
    getItemKey: (index) => keyOf(rows[index] as Row),
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= rows.length - 20) fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, last, rows.length]);

  return (
    <>
      <ol
        className={found.isPlaceholderData ? 'rows stale' : 'rows'}
        ref={root}
        aria-label={label}
        style={{ height: virtual.getTotalSize() }}
      >
        {items.map((item) => (
          <li
            key={item.key}
            ref={virtual.measureElement}
            data-index={item.index}
            aria-posinset={item.index + 1}
            aria-setsize={hasNextPage ? -1 : rows.length}
            style={{ transform: `translateY(${item.start - offset}px)` }}
          >
            {children(rows[item.index] as Row)}
          </li>
        ))}
      </ol>
      {error ? <Failed problem={problemOf(error)} onRetry={fetchNextPage as () => void} /> : null}
      {isFetchingNextPage && <Loading lines={2} />}
    </>
  );
}

/** A printed list holds every row that was loaded, not only those in view. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    // The browser takes the page as it stands when this event has been told: the rows must be there by then.
    const before = (): void => flushSync(() => setPrinting(true));
    const after = (): void => setPrinting(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return printing;
}
