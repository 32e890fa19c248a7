import type { LedgerStatement } from '../api/types.ts';
import { Link } from '../app/Link.tsx';
import { sayDate } from '../words/dates.ts';
import { hueStyle } from '../words/hue.ts';
import { sourceKey, sourceName } from '../words/names.ts';
import { Certainty } from './Certainty.tsx';
import { Found } from './Found.tsx';
import { SourceName } from './SourceName.tsx';
import './rows.css';
import './statement-row.css';

interface Props {
  readonly statement: LedgerStatement;
  /** The words that were searched for, to be marked. */
  readonly q?: string | undefined;
  /** On a source's own page its name goes without saying. */
  readonly nameless?: boolean;
  /** Where it stands, in words. */
  readonly where?: string;
}

export const statementHref = ({ report, id }: Pick<LedgerStatement, 'report' | 'id'>): string =>
  `/reports/${encodeURIComponent(report)}?s=${encodeURIComponent(id)}`;

/** A direct quotation in quotation marks, where its words do not bring their own. */
const quoted = (words: string, quotation: LedgerStatement['quotation']): string =>
  quotation === 'direct' && !/^["“”„«‘']/.test(words) ? `“${words}”` : words;

/** One statement in a list: its exact words, which open where they stand. */
export function StatementRow({ statement, q, nameless = false, where }: Props) {
  const { certainty, saidWhen, content, source, sourceId, cue, quotation, basis, forecast } = statement;
  return (
    <div className="row-link statement-row hued" style={hueStyle(sourceKey(statement))}>
      <p className="said-by">
        {!nameless && (
          <SourceName name={sourceName(statement)} hueKey={sourceKey(statement)} sourceId={sourceId} kind={source?.kind ?? null} />
        )}
        {cue && <span className="quiet">{cue.text}</span>}
        <Certainty level={certainty.level} />
      </p>
      <p className="content">
        <Link href={statementHref(statement)} data-step data-words>
          <Found text={quoted(content.text, quotation)} q={q} />
        </Link>
      </p>
      <p className="meta">
        {where && <span>{where}</span>}
        {saidWhen && <span>said {sayDate(saidWhen)}</span>}
        {statement.quantities.map(({ text }) => (
          <span key={text}>{text}</span>
        ))}
        {basis.length > 0 && <span>rests on “{basis.map(({ text }) => text).join('”, “')}”</span>}
        {forecast && <span>forecast{forecast.window ? `, ${sayDate(forecast.window)}` : ''}</span>}
      </p>
    </div>
  );
}
