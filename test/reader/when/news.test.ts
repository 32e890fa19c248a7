import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findTimes } from '../../../src/reader/when/index.ts';

/** `news.tsv`: invented sentences with their dates, read on the day that a line "= day" gives. */
function rows() {
  let published = '';
  return readFileSync(new URL('./news.tsv', import.meta.url), 'utf8')
    .split('\n')
    .flatMap((line) => {
      if (line === '' || line.startsWith('#')) return [];
      if (line.startsWith('= ')) {
        published = line.slice(2);
        return [];
      }
      const [marked = '', cell = ''] = line.split('\t');
      const values = cell === '' ? [] : cell.split(' | ');
      const times = [...marked.matchAll(/\[([^\]]*)\]/g)].map(([, text], i) => `${text} = ${values[i]}`);
      return [{ published, text: marked.replace(/[[\]]/g, ''), times }];
    });
}

it('reads the dates of invented news, span and value, in 95 sentences of 100', () => {
  const all = rows();
  const wrong = all.flatMap(({ text, published, times }) => {
    const found = findTimes({ text, published }).times.map((time) => `${time.text} = ${time.timex.value}`);
    return found.join('; ') === times.join('; ') ? [] : [{ text, expected: times, found }];
  });
  expect(all.length).toBeGreaterThan(240);
  expect(wrong.length / all.length, JSON.stringify(wrong, null, 1)).toBeLessThan(0.05);
});
