import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findTimes } from '../../../src/reader/when/index.ts';

/** Invented sentences with their dates, read on the day that a line "= day" gives. */
function rows(file: string) {
  let published = '';
  return readFileSync(new URL(`./${file}`, import.meta.url), 'utf8')
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

it.each([
  { file: 'news.tsv', count: 240 },
  { file: 'later.tsv', count: 100 },
])('reads the dates of $count invented sentences ($file), span and value, in 95 of 100', ({ file, count }) => {
  const all = rows(file);
  const wrong = all.flatMap(({ text, published, times }) => {
    const found = findTimes({ text, published }).times.map((time) => `${time.text} = ${time.timex.value}`);
    return found.join('; ') === times.join('; ') ? [] : [{ text, expected: times, found }];
  });
  expect(all.length).toBeGreaterThan(count);
  expect(wrong.length / all.length, JSON.stringify(wrong, null, 1)).toBeLessThan(0.05);
});
