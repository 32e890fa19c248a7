// What to expect of the day on pages without marks: of pages whose address holds a day, that day against ours with the address kept from us.
//   tsx bench/intake/held-out.ts PAGES.in.jsonl…
// A check by a witness, not by people: an address gives the day that a report was begun, in the outlet's own zone.
import { readFileSync } from 'node:fs';
import { fromAddress } from '../../src/intake/html/dates/address.ts';
import { createIntake } from '../../src/intake/index.ts';

interface Row {
  readonly id: string;
  readonly url?: string;
  readonly html: string;
}

for (const file of process.argv.slice(2)) {
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);
  // The page's own mention of its address is left in only where it is a link: canonical and og:url would give it back.
  const stripped = (html: string): string => html.replace(/<link[^>]+canonical[^>]*>|<meta[^>]+(?:og:url|twitter:url)[^>]*>/gi, '');
  const dated = new Map(
    rows.flatMap(({ id, html, url }) => {
      const address =
        url ??
        /<link[^>]+canonical[^>]+href=["']([^"']+)|<meta[^>]+og:url[^>]+content=["']([^"']+)/i.exec(html)?.slice(1).find(Boolean) ??
        null;
      const day = fromAddress(address)[0]?.value;
      return day ? [[id, day] as const] : [];
    }),
  );
  const input = rows
    .filter(({ id }) => dated.has(id))
    .map(({ id, html }) => JSON.stringify({ id, html: stripped(html) }))
    .join('\n');
  const apart = new Map<number, number>();
  let none = 0;
  for await (const one of createIntake({ jsonl: true })([{ kind: 'given', bytes: Buffer.from(input), name: 'pages' }])) {
    if (one.kind !== 'report') continue;
    const ours = one.report.published?.slice(0, 10);
    const days = ours ? Math.round((Date.parse(ours) - Date.parse(dated.get(one.report.id) ?? '')) / 86_400_000) : 0;
    if (!ours) none += 1;
    else apart.set(days, (apart.get(days) ?? 0) + 1);
    if (days !== 0) console.log(`  ${one.report.id.slice(0, 20)}: ours ${ours}, its address ${dated.get(one.report.id)}`);
  }
  const same = apart.get(0) ?? 0;
  console.log(
    `${file}: ${dated.size} of ${rows.length} addresses hold a day; the same ${same}, a day apart ${(apart.get(1) ?? 0) + (apart.get(-1) ?? 0)}, none ${none}`,
  );
}
