// How well confidences match what is right: expected calibration error, ten bins of equal width, and precision by bin.
//   node bench/reading/calibration.mjs SCORER.mjs GOLD.jsonl READINGS.jsonl
// SCORER: score-attribution.mjs; READINGS: what `accordingto read --json` prints. A statement is right where the scorer pairs it.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [scorer, goldFile, readingsFile] = process.argv.slice(2);
if (!readingsFile) throw new Error('usage: calibration.mjs SCORER.mjs GOLD.jsonl READINGS.jsonl');
const { score } = await import(pathToFileURL(scorer).href);
const lines = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const gold = lines(goldFile);
const claims = new Map(
  lines(readingsFile).map(({ report, statements }) => [
    report.id,
    statements
      .filter(({ depth }) => depth === 0)
      .map(({ source, cue, content, confidence }) => ({
        source: source?.spans ?? [],
        cue: cue?.spans ?? [],
        content: content.spans,
        confidence,
      })),
  ]),
);
// The scorer tells what missed; what it paired is the rest. Claims are told apart by their words, as it tells them apart.
const bins = Array.from({ length: 10 }, () => ({ count: 0, sure: 0, right: 0 }));
for (const doc of gold) {
  const found = claims.get(doc.id) ?? [];
  const wrong = new Map();
  const key = (claim) => ['source', 'cue', 'content'].map((role) => [...claim[role]].sort((a, b) => a - b).join(',')).join('|');
  score([doc], [{ id: doc.id, claims: found }], ({ predicted }) => {
    if (predicted) wrong.set(key(predicted), (wrong.get(key(predicted)) ?? 0) + 1);
  });
  for (const claim of found) {
    let mine = null;
    score([{ ...doc, claims: [] }], [{ id: doc.id, claims: [claim] }], ({ predicted }) => {
      mine = key(predicted);
    });
    if (mine === null) continue;
    const left = wrong.get(mine) ?? 0;
    if (left > 0) wrong.set(mine, left - 1);
    const bin = bins[Math.min(9, Math.floor(claim.confidence * 10))];
    bin.count += 1;
    bin.sure += claim.confidence;
    bin.right += left > 0 ? 0 : 1;
  }
}
const total = bins.reduce((sum, { count }) => sum + count, 0);
const error = bins.reduce((sum, { sure, right }) => sum + Math.abs(sure - right), 0) / total;
for (const [i, { count, sure, right }] of bins.entries()) {
  if (count > 0)
    console.log(`${i / 10}–${(i + 1) / 10}  ${count} statements, sure ${(sure / count).toFixed(3)}, right ${(right / count).toFixed(3)}`);
}
console.log(`expected calibration error ${(100 * error).toFixed(1)} % over ${total} statements`);
