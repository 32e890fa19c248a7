import { hueStyle } from '../../words/hue.ts';
import { count } from '../../words/names.ts';
import type { Share } from './shares.ts';

const PERCENT = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 0 });
/** How many sources are named under the bar before the rest is behind a word. */
const NAMED = 8;

const hue = ({ kind, key }: Share) => hueStyle(kind === 'source' ? key : null);

interface Props {
  readonly shares: readonly Share[];
  readonly chosen: string | null;
  readonly onChoose: (key: string | null) => void;
}

function Row({ share, chosen, onChoose }: { readonly share: Share } & Omit<Props, 'shares'>) {
  return (
    <li className={`hued ${share.kind}`} style={hue(share)}>
      <button
        type="button"
        className="plain"
        aria-pressed={chosen === share.key}
        disabled={share.kind === 'own'}
        onClick={() => onChoose(chosen === share.key ? null : share.key)}
      >
        <i aria-hidden="true" />
        <b>{PERCENT.format(share.part)}</b> <span>{share.name}</span>
      </button>
    </li>
  );
}

/** The bar of how much of the report stands on whose word, and under it the same in words: each shows only that source's notes. */
export function Shares({ shares, chosen, onChoose }: Props) {
  const named = shares.slice(0, NAMED);
  const rest = shares.slice(NAMED);
  return (
    <section className="shares" aria-labelledby="shares-title">
      <h2 id="shares-title">On whose word it stands</h2>
      <div className="bar" aria-hidden="true">
        {shares.map((share) => (
          <i
            key={share.key}
            className={`hued ${share.kind} ${chosen !== null && chosen !== share.key ? 'off' : ''}`}
            style={{ ...hue(share), flexGrow: Math.max(share.part, 0.003) }}
          />
        ))}
      </div>
      <ul>
        {named.map((share) => (
          <Row key={share.key} {...{ share, chosen, onChoose }} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary>{count(rest.length, 'more source')}</summary>
          <ul>
            {rest.map((share) => (
              <Row key={share.key} {...{ share, chosen, onChoose }} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
