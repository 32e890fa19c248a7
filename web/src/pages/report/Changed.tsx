import { useState } from 'react';
import { problemOf } from '../../api/client.ts';
import { useRow } from '../../api/hooks.ts';
import type { ReportDetail } from '../../api/types.ts';
import { Failed, Loading } from '../../parts/states.tsx';
import { count } from '../../words/names.ts';
import { changesOf } from './changes.ts';

function Paragraphs({ title, kind, rows }: { readonly title: string; readonly kind: 'cut' | 'added'; readonly rows: readonly string[] }) {
  if (rows.length === 0) return null;
  return (
    <>
      <p>
        <b>{title}</b>
      </p>
      {rows.map((words) =>
        kind === 'cut' ? (
          <del key={words} className="words">
            {words}
          </del>
        ) : (
          <ins key={words} className="words">
            {words}
          </ins>
        ),
      )}
    </>
  );
}

interface Compared {
  readonly originalId: string;
  readonly text: string;
  /** What the other text is called. */
  readonly other?: string;
}

function Comparison({ originalId, text, other = 'the original' }: Compared) {
  const { data, error } = useRow<ReportDetail>('reports', originalId);
  if (error) return <Failed problem={problemOf(error)} />;
  if (!data) return <Loading lines={3} />;
  const { cut, added } = changesOf(data.text, text);
  if (cut.length + added.length === 0) return <p>Every paragraph is the same.</p>;
  return (
    <>
      <Paragraphs title={`Cut: ${count(cut.length, 'paragraph')} of ${other}`} kind="cut" rows={cut} />
      <Paragraphs title={`Added or changed: ${count(added.length, 'paragraph')}`} kind="added" rows={added} />
    </>
  );
}

/** What a copy cut from its original and what it added; the original is asked for when somebody wants to see it. */
export function Changed(compared: Compared) {
  const [open, setOpen] = useState(false);
  return (
    <details className="changed" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>What was cut, what was added</summary>
      {open && <Comparison {...compared} />}
    </details>
  );
}
