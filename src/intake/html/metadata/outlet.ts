import type { Candidate } from '../../formats/format.ts';

/** What stands after a headline in a page's title: "Barge strikes pier - Vellmar Courier". */
const TAIL = /^.{3,}\s+(?:[|–—»·•-]|::)\s+([^|–—»·•]{2,40})$/;
/** Shorter names are part of too many addresses by chance. */
const SHORTEST = 3;

const letters = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** The part of an address's host that names its owner: `courier` of `www.courier.co.uk`. */
function labelOf(address: string | undefined): string {
  const host = address && URL.canParse(address) ? new URL(address).hostname : '';
  const labels = host.split('.').filter((label) => !/^(?:www\d?|m|amp|mobile|edition|news)$/.test(label));
  const owner = labels.filter((label, at) => at === 0 || (at < labels.length - 1 && !/^(?:com?|org|net|gov|ac|or|ne)$/.test(label)));
  return letters(owner.at(-1) ?? '');
}

/** Whether a name is in an address, or the address in it. */
const isNamedBy = (name: string, label: string): boolean => {
  const own = letters(name);
  return label.length >= SHORTEST && own.length >= SHORTEST && (own.includes(label) || label.includes(own));
};

/**
 * Candidates with the outlet that the page's title ends with. It goes before what the page states first only where the address and another
 * place name it, and not that: some pages state their section for their name, others the agency whose report it is.
 */
export function withOutletOfTitle(candidates: readonly Candidate[], url: string | null): readonly Candidate[] {
  const title = candidates.find(({ field, from }) => field === 'title' && from === 'title')?.value ?? '';
  const tail = TAIL.exec(title)?.[1]?.trim();
  const label = labelOf(url ?? candidates.find(({ field }) => field === 'url')?.value);
  if (!tail || !isNamedBy(tail, label)) return candidates;
  const own: Candidate = { field: 'outlet', value: tail, from: 'title' };
  const stated = candidates.find(({ field }) => field === 'outlet');
  const agrees = candidates.some(({ field, value }) => field === 'outlet' && letters(value) === letters(tail));
  if (!stated || !agrees || isNamedBy(stated.value, label)) return [...candidates, own];
  return [
    { ...own, why: `the title's last words, which the address and another place give too; neither gives ${stated.value}` },
    ...candidates,
  ];
}
