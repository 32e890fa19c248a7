import { memo, type ReactNode } from 'react';
import type { LedgerStatement } from '../../api/types.ts';
import { hueStyle } from '../../words/hue.ts';
import { sourceKey, sourceName } from '../../words/names.ts';
import { anchorOf, readBy } from './marks.ts';
import type { Paragraph, Segment } from './segments.ts';

interface Props {
  readonly text: string;
  readonly paragraph: Paragraph;
  readonly statements: readonly LedgerStatement[];
}

/** A segment's words, with what they were taken for, inside whose source or cue they are. */
function words(text: string, { start, end, mark, source, cue }: Segment, statements: readonly LedgerStatement[]): ReactNode {
  let node: ReactNode = text.slice(start, end);
  if (mark) {
    node = (
      <span
        className={`mark ${mark.kind}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what a word was taken for is told in focus as under the pointer.
        tabIndex={0}
        role="note"
        aria-label={`${text.slice(mark.start, mark.end)}: ${mark.takenFor}, ${mark.why}`}
        id={start === mark.start ? anchorOf(start) : undefined}
        data-taken={mark.takenFor}
        data-why={mark.why}
        data-tied={mark.tied}
      >
        {node}
      </span>
    );
  }
  const named = source ?? cue;
  const statement = named === null ? undefined : statements[named];
  if (!statement) return node;
  return (
    <span
      className={`hued ${source === null ? 'cue' : 'by'}`}
      style={hueStyle(sourceKey(statement))}
      data-s={named}
      data-taken={source === null ? 'the cue: it says that somebody says' : `the source: ${sourceName(statement)}`}
      data-why={readBy(statement)}
    >
      {node}
    </span>
  );
}

/** A statement's number, at the first of its words: it leads to the note beside it. */
const Tie = ({ index, statement }: { readonly index: number; readonly statement: LedgerStatement }) => (
  <a
    className="tie hued"
    style={hueStyle(sourceKey(statement))}
    href={`#note-${index}`}
    id={`words-${index}`}
    data-s={index}
    data-tie={index}
    aria-label={`Note ${index + 1}: ${sourceName(statement)}, ${readBy(statement)}`}
    data-taken={`a statement by ${sourceName(statement)}`}
    data-why={readBy(statement)}
  >
    {index + 1}
  </a>
);

/** One paragraph of the report's own words, as text only: each statement's words lie in an element for it, inner ones in outer ones. */
export const Text = memo(function Text({ text, paragraph, statements }: Props) {
  return (
    <p className="words">
      {paragraph.segments.map((segment) => {
        let node = words(text, segment, statements);
        for (const index of [...segment.contents].reverse()) {
          const statement = statements[index];
          if (!statement) continue;
          const depth = Math.min(statement.depth, 2);
          node = (
            <span
              className={`said hued c-${statement.certainty.level} depth-${depth}`}
              style={hueStyle(sourceKey(statement))}
              data-s={index}
            >
              {node}
            </span>
          );
        }
        return (
          <span key={segment.start}>
            {segment.begins.map((index) => {
              const statement = statements[index];
              return statement && <Tie key={index} {...{ index, statement }} />;
            })}
            {node}
          </span>
        );
      })}
    </p>
  );
});
