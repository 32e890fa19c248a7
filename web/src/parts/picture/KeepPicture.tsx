import type { RefObject } from 'react';
import { keepPng, keepSvg } from './picture.ts';

/** A drawing as a file: SVG and PNG, with its look in it. */
export function KeepPicture({ svg, name }: { readonly svg: RefObject<SVGSVGElement | null>; readonly name: string }) {
  return (
    <span className="keep-picture no-print">
      <button type="button" className="plain" onClick={() => svg.current && keepSvg(svg.current, name)}>
        SVG
      </button>
      {' · '}
      <button type="button" className="plain" onClick={() => svg.current && keepPng(svg.current, name)}>
        PNG
      </button>
    </span>
  );
}
