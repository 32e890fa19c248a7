/** What a drawing's look is made of: written into the file, since a file has no stylesheet. */
const LOOK = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'opacity',
  'paint-order',
  'stroke-linejoin',
];

/** A drawing as a file of its own, looking as it does on the page. */
export function svgFile(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  for (const [i, element] of [drawing, ...drawing.querySelectorAll<SVGElement>('*')].entries()) {
    const look = getComputedStyle(element);
    for (const name of LOOK) copies[i]?.setAttribute(name, look.getPropertyValue(name));
    copies[i]?.removeAttribute('style');
    copies[i]?.removeAttribute('class');
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [name, value] of [
    ['width', '100%'],
    ['height', '100%'],
    ['fill', getComputedStyle(document.documentElement).backgroundColor],
  ]) {
    paper.setAttribute(name as string, value as string);
  }
  copy.prepend(paper);
  return new XMLSerializer().serializeToString(copy);
}

const asBlob = (svg: string): Blob => new Blob([svg], { type: 'image/svg+xml' });

/** Hands a file to the browser to keep. */
function keep(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export const keepSvg = (drawing: SVGSVGElement, name: string): void => keep(asBlob(svgFile(drawing)), `${name}.svg`);

/** The drawing as a PNG, at twice its size. */
export async function keepPng(drawing: SVGSVGElement, name: string): Promise<void> {
  const { width, height } = drawing.viewBox.baseVal;
  const image = new Image(width * 2, height * 2);
  const url = URL.createObjectURL(asBlob(svgFile(drawing)));
  try {
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * 2;
    canvas.height = height * 2;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob) keep(blob, `${name}.png`);
  } finally {
    URL.revokeObjectURL(url);
  }
}
