/**
 * One command for every room's score: `npm run score ROOM …` runs `bench/score/ROOM.ts` with the rest of the line.
 */
import { existsSync } from 'node:fs';

const [room, ...rest] = process.argv.slice(2);
const file = new URL(`./score/${room}.ts`, import.meta.url);
if (!room || !/^[a-z]+$/.test(room) || !existsSync(file)) {
  console.error('usage: npm run score ROOM … (a file of bench/score, as when, howsure, howmany, where)');
  process.exit(2);
}
process.argv.splice(2, process.argv.length, ...rest);
await import(file.href);
