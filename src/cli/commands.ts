import type { CommandFile } from './command.ts';
import { add } from './commands/add.ts';
import { claim } from './commands/claim.ts';
import { claims } from './commands/claims.ts';
import { compare } from './commands/compare.ts';
import { completion } from './commands/completion.ts';
import { doctor } from './commands/doctor.ts';
import { exportCommand } from './commands/export.ts';
import { forecasts } from './commands/forecasts.ts';
import { formats } from './commands/formats.ts';
import { judge } from './commands/judge.ts';
import { origins } from './commands/origins.ts';
import { read } from './commands/read.ts';
import { rebuild } from './commands/rebuild.ts';
import { relink } from './commands/relink.ts';
import { search } from './commands/search.ts';
import { show } from './commands/show.ts';
import { source } from './commands/source.ts';
import { sources } from './commands/sources.ts';
import { start } from './commands/start.ts';
import { tallies } from './commands/tallies.ts';
import { timeline } from './commands/timeline.ts';
import { verify } from './commands/verify.ts';
import { watchCommand } from './commands/watch.ts';

/** Every command, in the order of `--help`: one line and one file each. */
export const COMMANDS: readonly CommandFile[] = [
  read,
  add,
  watchCommand,
  search,
  show,
  start,
  origins,
  claims,
  claim,
  sources,
  source,
  tallies,
  forecasts,
  timeline,
  judge,
  exportCommand,
  verify,
  rebuild,
  relink,
  compare,
  formats,
  doctor,
  completion,
];
