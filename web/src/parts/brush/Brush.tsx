import { type PointerEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { setParams, useAddress } from '../../app/router.ts';
import { sayDate } from '../../words/dates.ts';
import { count } from '../../words/names.ts';
import { KeepPicture } from '../picture/KeepPicture.tsx';
import { type Dated, type Days, type Density, dayOf, daysOf, densityOf, isoOf } from './density.ts';
import './brush.css';

const WIDTH = 960;
const HEIGHT = 72;
const BINS = 240;
/** Milliseconds after the last step of a handle before the rows are asked for. */
const PAUSE = 160;

/** What is chosen, and how it is chosen: in the address a moment after the handle has come to rest. */
function useChosen(density: Density | null): readonly [Days | null, (days: Days) => void] {
  const { params } = useAddress();
  const [from, to] = [params.get('from'), params.get('to')];
  const [draft, setDraft] = useState<Days | null>(null);
  useEffect(() => {
    if (!draft || !density) return;
    const timer = setTimeout(() => {
      setParams({ from: draft.from <= density.from ? null : isoOf(draft.from), to: draft.to >= density.to ? null : isoOf(draft.to) }, true);
      setDraft(null);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [draft, density]);
  if (!density) return [null, setDraft];
  return [draft ?? { from: daysOf(from, 'from') ?? density.from, to: daysOf(to, 'to') ?? density.to }, setDraft];
}

/** Bars: whole days full, vaguer dates hatched upon them. */
function Bars({ density, hatch }: { readonly density: Density; readonly hatch: string }) {
  const wide = WIDTH / BINS;
  const high = (value: number): number => (density.most === 0 ? 0 : (value / density.most) * (HEIGHT - 8));
  return (
    <>
      {density.exact.map((value, i) => {
        const vague = density.vague[i] ?? 0;
        if (value + vague === 0) return null;
        const full = value === 0 ? 0 : Math.max(1.5, high(value));
        const flat = vague === 0 ? 0 : Math.max(1.5, high(vague));
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its place.
          <g key={i}>
            {full > 0 && <rect className="exact" x={i * wide} y={HEIGHT - full} width={wide - 0.5} height={full} />}
            {flat > 0 && <rect x={i * wide} y={HEIGHT - full - flat} width={wide - 0.5} height={flat} fill={`url(#${hatch})`} />}
          </g>
        );
      })}
    </>
  );
}

/** One end of the stretch, moved by the arrow keys, a day at a time, or by hand. */
function Handle({
  label,
  value,
  density,
  onMove,
}: {
  readonly label: string;
  readonly value: number;
  readonly density: Density;
  readonly onMove: (day: number) => void;
}) {
  return (
    <input
      type="range"
      aria-label={label}
      aria-valuetext={sayDate(isoOf(value))}
      min={density.from}
      max={density.to}
      step={1}
      value={Math.min(density.to, Math.max(density.from, value))}
      onChange={(event) => onMove(Number(event.target.value))}
    />
  );
}

/** Choosing by drawing over the bars: press, move, let go; a press alone takes the choice back. */
function useDrawn(density: Density, choose: (days: Days) => void) {
  const start = useRef<number | null>(null);
  const dayAt = (event: PointerEvent<SVGSVGElement>): number => {
    const box = event.currentTarget.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientX - box.left) / Math.max(1, box.width)));
    return Math.round(density.from + share * (density.to - density.from));
  };
  const over = (event: PointerEvent<SVGSVGElement>): void => {
    if (start.current === null) return;
    const at = dayAt(event);
    choose({ from: Math.min(start.current, at), to: Math.max(start.current, at) });
  };
  return {
    onPointerDown: (event: PointerEvent<SVGSVGElement>) => {
      if (event.button !== 0) return;
      start.current = dayAt(event);
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: over,
    onPointerUp: (event: PointerEvent<SVGSVGElement>) => {
      if (start.current === null) return;
      if (dayAt(event) === start.current) choose({ from: density.from, to: density.to });
      else over(event);
      start.current = null;
    },
  };
}

/** A line of days with how much is said of each: the stretch chosen on it stands in the address as `from` and `to`. */
export function Brush({ dates, name }: { readonly dates: readonly Dated[]; readonly name: string }) {
  const { params } = useAddress();
  const [from, to] = [params.get('from'), params.get('to')];
  const density = useMemo(() => densityOf(dates, BINS, [daysOf(from, 'from'), daysOf(to, 'to')]), [dates, from, to]);
  const [chosen, choose] = useChosen(density);
  if (!density || !chosen) return null;
  return <Line density={density} chosen={chosen} choose={choose} name={name} />;
}

function Line({
  density,
  chosen,
  choose,
  name,
}: {
  readonly density: Density;
  readonly chosen: Days;
  readonly choose: (days: Days) => void;
  readonly name: string;
}) {
  const svg = useRef<SVGSVGElement>(null);
  const hatch = useId();
  const drawn = useDrawn(density, choose);
  const x = (day: number): number => ((day - density.from) / Math.max(1, density.to - density.from + 1)) * WIDTH;
  const left = Math.max(0, x(chosen.from));
  const right = Math.min(WIDTH, x(chosen.to + 1));
  const today = dayOf(Date.now());
  const beyond = density.before + density.after;
  return (
    <div className="brush">
      <svg ref={svg} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true" {...drawn}>
        <defs>
          <pattern id={hatch} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect className="hatch" width="1.6" height="4" />
          </pattern>
        </defs>
        <Bars density={density} hatch={hatch} />
        <rect className="off" x={0} y={0} width={left} height={HEIGHT} />
        <rect className="off" x={right} y={0} width={Math.max(0, WIDTH - right)} height={HEIGHT} />
        {today >= density.from && today <= density.to && <path className="today" d={`M${x(today)} 0 V${HEIGHT}`} />}
        <path className="edge" d={`M${left} 0 V${HEIGHT} M${right} 0 V${HEIGHT}`} />
      </svg>
      <div className="handles no-print">
        <Handle
          label="from"
          value={chosen.from}
          density={density}
          onMove={(day) => choose({ from: Math.min(day, chosen.to), to: chosen.to })}
        />
        <Handle
          label="to"
          value={chosen.to}
          density={density}
          onMove={(day) => choose({ from: chosen.from, to: Math.max(day, chosen.from) })}
        />
      </div>
      <p className="ends small quiet">
        <span>{sayDate(isoOf(density.from))}</span>
        <span>
          {beyond > 0 && `${count(beyond, 'row')} beyond this line · `}full: one day · hatched: vaguer, spread over what it may be{' '}
          <KeepPicture svg={svg} name={name} />
        </span>
        <span>{sayDate(isoOf(density.to))}</span>
      </p>
    </div>
  );
}
