/**
 * How far a second annotator agrees with the truth of stories about origins and relations, all else given (`test/stories/second`): a ceiling for linking.
 *   npx tsx bench/linking/agreement.ts
 * Relations: F1 with direction and type, and of the pairs alone, whichever way round. Origins: claims with the same set.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Relation {
  readonly from: string;
  readonly to: string;
  readonly type: string;
}
interface Truth {
  readonly claims: readonly { readonly id: string; readonly origins: readonly string[] }[];
  readonly relations: readonly Relation[];
}
interface Second {
  readonly origins: Readonly<Record<string, readonly string[]>>;
  readonly relations: readonly Relation[];
}
interface Shared {
  readonly both: number;
  readonly all: number;
}

const STORIES = 'test/stories';
const read = <Row>(path: string): Row => JSON.parse(readFileSync(path, 'utf8')) as Row;

/** Twice what two lists share, and what they hold together: F1 is the one over the other. */
function shared(ours: readonly string[], theirs: readonly string[]): Shared {
  const [a, b] = [new Set(ours), new Set(theirs)];
  return { both: 2 * [...a].filter((one) => b.has(one)).length, all: a.size + b.size };
}

const whole = ({ from, to, type }: Relation): string => `${from}>${to}:${type}`;
const pair = ({ from, to }: Relation): string => [from, to].sort().join('|');
const setOf = (origins: readonly string[]): string => [...new Set(origins)].sort().join('|');

function compared(name: string): readonly Shared[] {
  const truth = read<Truth>(join(STORIES, name));
  const second = read<Second>(join(STORIES, 'second', name));
  const same = truth.claims.filter(({ id, origins }) => setOf(origins) === setOf(second.origins[id] ?? []));
  return [
    shared(truth.relations.map(whole), second.relations.map(whole)),
    shared(truth.relations.map(pair), second.relations.map(pair)),
    { both: same.length, all: truth.claims.length },
  ];
}

const percent = ({ both, all }: Shared): string => ((100 * both) / Math.max(1, all)).toFixed(0).padStart(10);
const sum = (rows: readonly Shared[]): Shared =>
  rows.reduce((a, b) => ({ both: a.both + b.both, all: a.all + b.all }), { both: 0, all: 0 });

const names = readdirSync(join(STORIES, 'second')).filter((name) => name.endsWith('.json'));
const rows = names.map(compared);
console.log(`${''.padEnd(12)} relations     pairs   origins`);
for (const [i, row] of rows.entries()) console.log(`${(names[i] as string).replace('.json', '').padEnd(12)}${row.map(percent).join('')}`);
console.log(`${'all'.padEnd(12)}${[0, 1, 2].map((k) => percent(sum(rows.map((row) => row[k] as Shared)))).join('')}`);
