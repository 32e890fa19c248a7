import { type MouseEvent, useEffect, useMemo, useRef } from 'react';
import { problemOf } from '../../api/client.ts';
import { useRow } from '../../api/hooks.ts';
import type { ReportDetail } from '../../api/types.ts';
import { setParams, useAddress } from '../../app/router.ts';
import { Certainty } from '../../parts/Certainty.tsx';
import { Judge } from '../../parts/Judge.tsx';
import { Empty, Failed, Loading, useTitle } from '../../parts/states.tsx';
import { useTied } from '../../parts/useTied.ts';
import { hueStyle } from '../../words/hue.ts';
import { CERTAINTIES, reportName, sourceKey } from '../../words/names.ts';
import type { PageProps } from '../index.ts';
import { Head } from './Head.tsx';
import { marksOf } from './marks.ts';
import { Note, noteContext, readingStyle } from './Note.tsx';
import { Shares } from './Shares.tsx';
import { Switches } from './Switches.tsx';
import { branchesOf, inTextOrder, type MarkKind, paragraphsOf } from './segments.ts';
import { sharesOf } from './shares.ts';
import { TakenFor } from './TakenFor.tsx';
import { Text } from './Text.tsx';
import { useActive } from './useActive.ts';
import { type Leader, useNotePlaces } from './useNotePlaces.ts';
import { WhenWhere } from './WhenWhere.tsx';
import './report.css';

/** The report page: the words in the middle, beside them who vouches for which. */
export default function ReportPage({ id }: PageProps) {
  const { data, error, refetch } = useRow<ReportDetail>('reports', id);
  useTitle(data ? reportName(data) : null);
  if (error)
    return (
      <>
        <Failed problem={problemOf(error)} onRetry={refetch} />
        <Judge target={id} kind="report" gone />
      </>
    );
  return data ? <Report report={data} /> : <Loading lines={14} />;
}

/** What the address says is to be seen. */
function useView(report: ReportDetail) {
  const { params } = useAddress();
  const hide = params.get('hide') ?? '';
  const least = Math.min(1, Math.max(0, Number(params.get('min')) || 0));
  const source = params.get('source');
  const named = params.get('s');
  return useMemo(() => {
    const hidden = new Set(hide.split(',').filter(Boolean));
    const sure = inTextOrder(report.statements).filter(({ confidence }) => (confidence ?? 1) >= least);
    const statements = source ? sure.filter((row) => (sourceKey(row) ?? 'nobody') === source) : sure;
    const pinned = statements.findIndex((statement) => statement.id === named);
    const shown = (kind: MarkKind): boolean => !hidden.has(kind);
    return {
      hidden,
      least,
      source,
      statements,
      shown,
      leftOut: report.statements.length - sure.length,
      pinned: pinned < 0 ? null : pinned,
    };
  }, [report, hide, least, source, named]);
}

function Leaders({ leaders, view }: { readonly leaders: readonly Leader[]; readonly view: ReturnType<typeof useView> }) {
  return (
    <svg className="leaders no-print" aria-hidden="true">
      {leaders.map(({ index, from, to }) => {
        const statement = view.statements[index];
        return (
          statement && (
            <path
              key={index}
              className={`hued r-${readingStyle(statement)}`}
              style={hueStyle(sourceKey(statement))}
              data-s={index}
              d={`M0 ${from} H6 L34 ${to} H44`}
            />
          )
        );
      })}
    </svg>
  );
}

/** What the lines beside the notes say. */
const ReadingKey = () => (
  <p className="reading-key">
    The line beside a note says how sure the reader is of its own reading:{' '}
    {(
      [
        ['firm', '85 % and more'],
        ['fair', '60 to 85 %'],
        ['doubtful', 'less'],
      ] as const
    ).map(([style, words]) => (
      <span key={style} className={`reading r-${style}`}>
        <i aria-hidden="true" /> {words}
      </span>
    ))}
  </p>
);

function Report({ report }: { readonly report: ReportDetail }) {
  const root = useRef<HTMLElement>(null);
  const all = useRef<HTMLDivElement>(null);
  useTied(all);
  const view = useView(report);
  const { statements, shown, pinned } = view;
  const paragraphs = useMemo(() => paragraphsOf(report.text, statements, marksOf(report, shown)), [report, statements, shown]);
  const branches = useMemo(() => branchesOf(statements), [statements]);
  const context = useMemo(() => noteContext(report, statements, shown), [report, statements, shown]);
  // With one source chosen, only what that source's statements say of when and where.
  const facts = useMemo(
    () =>
      view.source
        ? { times: statements.flatMap(({ times }) => times), places: statements.flatMap(({ places }) => places) }
        : { times: report.times, places: report.places },
    [report, statements, view.source],
  );
  const shares = useMemo(() => sharesOf(report), [report]);
  const leaders = useNotePlaces(root, context);
  useActive(root, pinned, leaders);
  useEffect(() => {
    if (pinned !== null) document.getElementById(`words-${pinned}`)?.scrollIntoView({ block: 'center' });
  }, [pinned]);

  /** Numbers lead from the words to the note and back; either way the address then names the statement. */
  const follow = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tie], [data-to]') : null;
    if (!link) return;
    event.preventDefault();
    const index = Number(link.dataset.tie ?? link.dataset.to);
    const target = document.getElementById(link.dataset.tie ? `note-${index}` : `words-${index}`);
    setParams({ s: statements[index]?.id ?? null }, true);
    target?.scrollIntoView({ block: 'center' });
    target?.focus({ preventScroll: true });
  };

  return (
    <div ref={all}>
      <Head report={report} />
      <Shares shares={shares} chosen={view.source} onChoose={(source) => setParams({ source })} />
      <Switches hidden={view.hidden} least={view.least} leftOut={view.leftOut} />
      <WhenWhere facts={facts} published={report.published} shown={shown} />
      {report.statements.length === 0 && (
        <Empty>The reading found nobody vouching for anything here: all of it is the outlet’s own voice.</Empty>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: only links inside it are followed; Enter on one is a click. */}
      <article ref={root} className="report" lang={report.language ?? undefined} onClick={follow}>
        {paragraphs.map((paragraph) => {
          const here = branches.filter(({ index }) => {
            const at = statements[index]?.content.spans[0]?.[0] ?? -1;
            return at >= paragraph.start && at < paragraph.end;
          });
          return (
            <div className="row" key={paragraph.start}>
              <Text text={report.text} paragraph={paragraph} statements={statements} />
              {here.length > 0 && (
                <ol className="notes" lang="en">
                  {here.map((branch) => (
                    <Note key={branch.index} branch={branch} context={context} />
                  ))}
                </ol>
              )}
            </div>
          );
        })}
        <Leaders leaders={leaders} view={view} />
        <TakenFor root={root} />
      </article>
      <Judge target={report.id} kind="report" />
      <footer className="key small quiet">
        <span>The line under the words says how sure the source is:</span>
        {CERTAINTIES.map((level) => (
          <Certainty key={level} level={level} />
        ))}
        <ReadingKey />
        {report.reader && (
          <details className="no-print">
            <summary>Read by</summary>
            <code>{report.reader}</code>
          </details>
        )}
      </footer>
    </div>
  );
}
