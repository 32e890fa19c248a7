import type { CSSProperties } from 'react';

/** Steps of the colour circle that can be told apart side by side. */
const STEPS = 18;

/** FNV-1a: the same key gives the same hue on every page, today and tomorrow. */
function hash(key: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < key.length; i += 1) value = Math.imul(value ^ key.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/** A source's own hue in degrees. */
export const hueOf = (key: string): number => ((hash(key) % STEPS) * 360) / STEPS + 15;

/** The custom properties that give an element a source's hue; without a key it is grey. */
export const hueStyle = (key: string | null): CSSProperties =>
  (key === null ? { '--hue': 90, '--chroma': 0.01 } : { '--hue': hueOf(key), '--chroma': 0.115 }) as CSSProperties;
