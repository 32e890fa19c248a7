import { Command, type CommanderError } from 'commander';
import { AccordingtoError } from '../model/index.ts';
import type { CommandFile } from './command.ts';
import { COMMANDS } from './commands.ts';
import type { CommonOptions } from './context.ts';
import { packageFile } from './package-root.ts';

export type RunCommand = (file: CommandFile, inputs: readonly string[], options: CommonOptions) => Promise<void>;

/** The whole command line as commander sees it; `run` is called with the command that was asked for. */
export function createProgram(run: RunCommand, stdout: NodeJS.WritableStream): Command {
  const program = new Command('accordingto')
    .description('Reads news reports and keeps the ledger of who says what, in which words, on what evidence.')
    .version(packageFile.version, '-V, --version', 'print the version')
    .helpCommand('help [command]', 'show how a command goes')
    .addHelpText('after', '\nExample:\n  $ accordingto read report.html')
    .configureOutput({ writeOut: (text) => stdout.write(text), writeErr: () => undefined, outputError: () => undefined })
    .exitOverride();
  for (const file of COMMANDS) program.addCommand(commandOf(file, run, program));
  return program;
}

function commandOf(file: CommandFile, run: RunCommand, parent: Command): Command {
  const command = new Command(file.name)
    .copyInheritedSettings(parent)
    .description(file.summary)
    .addHelpText(
      'after',
      `\n${file.examples.length > 1 ? 'Examples' : 'Example'}:\n${file.examples.map((line) => `  $ ${line}`).join('\n')}`,
    );
  file.define(command);
  return command
    .option('-q, --quiet', 'say nothing on standard error but what went wrong')
    .option('--no-color', 'no colour, as with NO_COLOR set')
    .option('--debug', 'show where a fault of ours comes from')
    .action(() => run(file, command.args, command.opts<CommonOptions>()));
}

/** Commander's complaint in our own words, with a stable code. Help and version are no complaint. */
export function asUsageError(error: CommanderError, argv: readonly string[]): AccordingtoError | null {
  if (error.exitCode === 0) return null;
  const [sentence = '', hint = ''] = error.message.replace(/^error: /, '').split('\n');
  const suggestion = hint.replace(/^\((.*)\)$/, ' $1');
  const command = COMMANDS.some(({ name }) => name === argv[0]) ? (argv[0] as string) : '';
  if (error.code === 'commander.unknownCommand')
    return new AccordingtoError('CLI_UNKNOWN_COMMAND', { command: quoted(sentence), suggestion });
  if (error.code === 'commander.unknownOption') {
    return new AccordingtoError('CLI_UNKNOWN_OPTION', { option: quoted(sentence), suggestion, command });
  }
  return new AccordingtoError('CLI_USAGE', { message: sentence, command });
}

const quoted = (sentence: string): string => /'([^']*)'/.exec(sentence)?.[1] ?? sentence;
