import { Link } from '../app/Link.tsx';
import { hueStyle } from '../words/hue.ts';
import './source-name.css';

interface Props {
  readonly name: string;
  /** What its hue is made from; null is grey: nobody named, or the outlet's own voice. */
  readonly hueKey: string | null;
  /** Its page, where it has one. */
  readonly sourceId?: string | null;
  readonly kind?: string | null;
}

/** A source by its name and hue, the same on every page. */
export const SourceName = ({ name, hueKey, sourceId, kind }: Props) => (
  <span className="source-name hued" style={hueStyle(hueKey)}>
    {sourceId ? <Link href={`/sources/${encodeURIComponent(sourceId)}`}>{name}</Link> : <b>{name}</b>}
    {kind && kind !== 'unknown' && <span className="kind"> ({kind})</span>}
  </span>
);
