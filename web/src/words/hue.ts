import type { CSSProperties } from 'react';

/** Steps of the colour circle that can be told apart side by side, each in two depths. */
const STEPS = 24;

/** FNV-1a: the same key gives the same hue on every page, today and tomorrow. */
function hash(key: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < key.length; i += 1) value = Math.imul(value ^ key.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/** A source's own hue in degrees, and whether it is the deeper of the two. */
function toneOf(key: string): { readonly hue: number; readonly deep: boolean } {
  const value = hash(key);
  // The low bits of FNV are its weakest: fold the high ones in.
  const mixed = (value ^ (value >>> 15)) >>> 0;
  return { hue: ((mixed % STEPS) * 360) / STEPS, deep: Math.floor(mixed / STEPS) % 2 === 1 };
}

/** The custom properties that give an element a source's hue; without a key it is grey. */
export function hueStyle(key: string | null): CSSProperties {
  if (key === null) return { '--hue': 90, '--chroma': 0.01, '--depth': 0 } as CSSProperties;
  const { hue, deep } = toneOf(key);
  return { '--hue': hue, '--chroma': 0.12, '--depth': deep ? 1 : 0 } as CSSProperties;
}
