import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import { setParams } from '../../app/router.ts';
import { count } from '../../words/names.ts';
import type { MarkKind } from './segments.ts';

const SWITCHES: readonly (readonly [MarkKind, string])[] = [
  ['when', 'when'],
  ['where', 'where'],
  ['many', 'how many'],
  ['sure', 'how sure'],
];

interface Props {
  readonly hidden: ReadonlySet<string>;
  readonly least: number;
  readonly leftOut: number;
}

/** What is shown beside and in the text, and how sure the reader itself must be for a statement to be shown. */
export function Switches({ hidden, least, leftOut }: Props) {
  const turn = (kind: MarkKind, on: boolean): void => {
    const next = new Set(hidden);
    if (on) next.delete(kind);
    else next.add(kind);
    setParams({ hide: [...next].sort().join(',') });
  };
  return (
    <div className="switches no-print">
      <fieldset>
        <legend>Show</legend>
        {SWITCHES.map(([kind, label]) => (
          <label key={kind}>
            <input type="checkbox" checked={!hidden.has(kind)} onChange={(event) => turn(kind, event.target.checked)} />
            <span className={`mark ${kind}`}>{label}</span>
          </label>
        ))}
      </fieldset>
      <Slider
        className="least"
        value={Math.round(least * 100)}
        minValue={0}
        maxValue={95}
        step={5}
        onChange={(value) => setParams({ min: value === 0 ? null : String(Number(value) / 100) }, true)}
      >
        <Label>Read with at least</Label>
        <SliderTrack className="track">
          <SliderThumb className="thumb" />
        </SliderTrack>
        <SliderOutput>{({ state }) => `${state.getThumbValueLabel(0)} % confidence`}</SliderOutput>
        {leftOut > 0 && <span className="quiet">{count(leftOut, 'statement')} left out</span>}
      </Slider>
    </div>
  );
}
