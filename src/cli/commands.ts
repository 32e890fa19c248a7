import type { CommandFile } from './command.ts';
import { add } from './commands/add.ts';
import { completion } from './commands/completion.ts';
import { doctor } from './commands/doctor.ts';
import { exportCommand } from './commands/export.ts';
import { read } from './commands/read.ts';
import { rebuild } from './commands/rebuild.ts';
import { search } from './commands/search.ts';
import { start } from './commands/start.ts';
import { verify } from './commands/verify.ts';

/** Every command, in the order of `--help`: one line and one file each. */
export const COMMANDS: readonly CommandFile[] = [read, add, search, start, exportCommand, verify, rebuild, doctor, completion];
