import type { Command } from 'commander';
import type { CommonOptions, Context } from './context.ts';

/** One command in one file. `commands.ts` lists them: that line is all that adding one takes. */
export interface CommandFile<Options extends object = object> {
  readonly name: string;
  /** One line for `accordingto --help`. */
  readonly summary: string;
  /** What a person would type, each shown under `--help`. */
  readonly examples: readonly string[];
  /** Runs until Ctrl-C, which is then its ordinary end and not an interruption. */
  readonly untilStopped?: boolean;
  /** Declares arguments and flags. Common flags (--quiet, --debug, --no-color) are there already. */
  readonly define: (command: Command) => void;
  /** `program`: the whole command line, for commands about commands. */
  readonly run: (context: Context, inputs: readonly string[], options: Options & CommonOptions, program: Command) => Promise<void>;
}

/** Holds a command's types while its file is written, and forgets its options' type for the list. */
export const defineCommand = <Options extends object>(file: CommandFile<Options>): CommandFile => file as unknown as CommandFile;
