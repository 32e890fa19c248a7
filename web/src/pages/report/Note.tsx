import type { ReactElement, ReactNode } from 'react';
import { useState } from 'react';
import type { ClaimHead, LedgerStatement, ReportDetail } from '../../api/types.ts';
import { Link } from '../../app/Link.tsx';
import { Certainty } from '../../parts/Certainty.tsx';
import { Judge } from '../../parts/Judge.tsx';
import { Judged } from '../../parts/Judged.tsx';
import { SourceName } from '../../parts/SourceName.tsx';
import { sayDate } from '../../words/dates.ts';
import { hueStyle } from '../../words/hue.ts';
import { BASIS_WORDS, count, sourceKey, sourceName } from '../../words/names.ts';
import type { Branch, MarkKind } from './segments.ts';

/** What every note of a report is told. */
export interface NoteContext {
  readonly statements: readonly LedgerStatement[];
  readonly names: ReadonlyMap<string, string>;
  readonly claims: ReadonlyMap<string, ClaimHead>;
  readonly shown: (kind: MarkKind) => boolean;
}

export const noteContext = (report: ReportDetail, statements: readonly LedgerStatement[], shown: NoteContext['shown']): NoteContext => ({
  statements,
  names: new Map(report.sources.map(({ id, name }) => [id, name])),
  claims: new Map(report.claims.flatMap((claim) => claim.statements.map((id) => [id, claim]))),
  shown,
});

/** Below this the reading itself is called doubtful. */
const DOUBTFUL = 0.6;
/** From this on the line from the words to the note is drawn whole. */
const FIRM = 0.85;

/** How sure the reader is of its reading, as the style of the line beside the note. What a rule read has no measure and a whole line. */
export const readingStyle = ({ confidence }: Pick<LedgerStatement, 'confidence'>): 'firm' | 'fair' | 'doubtful' =>
  typeof confidence !== 'number' || confidence >= FIRM ? 'firm' : confidence >= DOUBTFUL ? 'fair' : 'doubtful';

const between = (parts: readonly ReactNode[]): ReactNode[] => parts.flatMap((part, i) => (i === 0 ? [part] : [' · ', part]));

/** Through whom it came, between the outlet and the source. */
const through = ({ chain }: LedgerStatement): string | null => {
  const middle = chain.slice(1, -1).map(({ name }) => name);
  return middle.length > 0 ? `through ${middle.join(', ')}` : null;
};

const spoken = ({ saidWhen, basis }: LedgerStatement, when: boolean): string => {
  const on = basis.map(({ kind, text }) => `${BASIS_WORDS[kind] ?? kind}: “${text}”`).join('; ');
  const said = when && saidWhen ? `said ${sayDate(saidWhen)} · ` : '';
  return `${said}${on ? `rests on ${on}` : 'no basis given'}`;
};

/** What is named twice in a statement is said once in its note. */
const distinct = (facts: readonly ReactElement[]): ReactElement[] => [...new Map(facts.map((fact) => [fact.key, fact])).values()];

function Facts({ statement, shown }: { readonly statement: LedgerStatement; readonly shown: NoteContext['shown'] }) {
  const facts = distinct([
    ...(shown('many') ? statement.quantities.map(({ text }) => <b key={`q${text}`}>{text}</b>) : []),
    ...(shown('where')
      ? statement.places.map(({ text, name }) => <span key={`p${name ?? text}`}>{name ?? `${text} (place unclear)`}</span>)
      : []),
    ...(shown('when')
      ? statement.times.map(({ text, edtf }) => <span key={`t${edtf ?? text}`}>{edtf ? sayDate(edtf) : `“${text}”`}</span>)
      : []),
  ]);
  return facts.length > 0 ? <p className="facts">{between(facts)}</p> : null;
}

function Forecast({ statement: { forecast } }: { readonly statement: LedgerStatement }) {
  if (!forecast) return null;
  const { window, condition } = forecast;
  return (
    <p className="facts">
      Forecast{window ? `, ${sayDate(window)}` : ', no time given'}
      {condition ? ` · ${condition}` : ''}
    </p>
  );
}

const AlsoSaid = ({ claim }: { readonly claim: ClaimHead }) => (
  <p>
    <Link href={`/claims/${encodeURIComponent(claim.id)}`}>
      {claim.reports > 1 ? `in ${count(claim.reports, 'report')}` : 'only in this report'} ·{' '}
      {claim.origins === 0 ? 'origin unclear' : count(claim.origins, 'origin')} ▸
    </Link>
  </p>
);

/** The means to judge a statement, out of the way until they are asked for. */
function JudgeHere({ target }: { readonly target: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="judge-here no-print" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>judge</summary>
      {open && <Judge target={target} kind="statement" />}
    </details>
  );
}

/** The note of one statement: who vouches, how sure, on what; and inside it the notes of the statements that stand in its words. */
export function Note({ branch, context, depth = 0 }: { readonly branch: Branch; readonly context: NoteContext; readonly depth?: number }) {
  const { index, inner } = branch;
  const statement = context.statements[index] as LedgerStatement;
  const { sourceId, source, certainty, confidence } = statement;
  const linkedName = sourceId ? context.names.get(sourceId) : undefined;
  const claim = context.claims.get(statement.id);
  return (
    <li
      className={`note hued ${depth === 0 ? 'outer' : 'inner'} r-${readingStyle(statement)}`}
      style={hueStyle(sourceKey(statement))}
      id={`note-${index}`}
      data-s={index}
      data-step
      tabIndex={-1}
    >
      <div className="head">
        <a className="number" href={`#words-${index}`} data-words data-to={index} aria-label={`${index + 1}: to the words`}>
          {index + 1}
        </a>
        <SourceName
          name={linkedName ?? sourceName(statement)}
          hueKey={sourceKey(statement)}
          sourceId={linkedName ? sourceId : null}
          kind={source?.kind ?? null}
        />
        {context.shown('sure') && <Certainty level={certainty.level} />}
      </div>
      <div className="body">
        <p>{[through(statement), spoken(statement, context.shown('when'))].filter(Boolean).join(' · ')}</p>
        <Facts statement={statement} shown={context.shown} />
        <Forecast statement={statement} />
        {typeof confidence === 'number' && confidence < DOUBTFUL && (
          <p className="doubt">doubtful reading, {Math.round(confidence * 100)} %</p>
        )}
        <Judged judged={statement.judged} />
        {claim && <AlsoSaid claim={claim} />}
        <JudgeHere target={statement.id} />
        {inner.length > 0 && (
          <ol>
            {inner.map((child) => (
              <Note key={child.index} branch={child} context={context} depth={depth + 1} />
            ))}
          </ol>
        )}
      </div>
    </li>
  );
}
