// Texts of millions of characters that no reporter wrote, through each room of rules: processor seconds a million characters, and how much
// longer the whole takes than a quarter of it where that is far more than 4.
//   npx tsx bench/reading/long.ts [MILLIONS] [KIND …]
import { costs, KINDS, longText } from '../../test/reader/long-texts.ts';

const [millions = '5', ...named] = process.argv.slice(2);
const size = Math.round(Number(millions) * 1e6);

costs(longText(KINDS.news as string, 14_000));
for (const [name, unit] of Object.entries(KINDS)) {
  if (named.length > 0 && !named.includes(name)) continue;
  const text = longText(unit, size);
  const quarter = costs(text.slice(0, size / 4));
  const whole = costs(text);
  const cells = [...whole].map(([room, took]) => {
    const growth = took / Math.max(quarter.get(room) ?? 0, 1e-3);
    return `${room} ${((took * 1e6) / size).toFixed(2)}${growth > 6 && took > 0.5 ? ` (×${growth.toFixed(1)})` : ''}`;
  });
  console.log(`${name.padEnd(15)} ${cells.join(', ')}`);
}
