import { COMMANDS } from '../../src/cli/commands.ts';
import { createProgram } from '../../src/cli/program.ts';

const COMMON = new Set(['--quiet', '--no-color', '--debug']);
const cell = (text: string): string => text.replaceAll('|', '\\|');

/** docs/cli.md, from the commands as they are declared. */
export function cliPage(): string {
  const program = createProgram(async () => undefined, process.stdout);
  const sections = program.commands.map((command) => {
    const file = COMMANDS.find(({ name }) => name === command.name());
    if (!file) throw new Error(`${command.name()} is in no file`);
    const rows = command.options
      .filter(({ long }) => !COMMON.has(long ?? ''))
      .map((option) => {
        const choices = option.argChoices ? ` (${option.argChoices.join(', ')})` : '';
        const standard = option.defaultValue === undefined || option.defaultValue === true ? '' : `; default \`${option.defaultValue}\``;
        return `| \`${cell(option.flags)}\` | ${cell(option.description)}${choices}${standard} |`;
      });
    const words = command.registeredArguments.map((argument) => `\`${argument.name()}\`: ${argument.description}`);
    const table = rows.length > 0 ? `\n| flag | meaning |\n| --- | --- |\n${rows.join('\n')}\n` : '';
    return (
      `## accordingto ${command.name()} ${command.usage().replace('[options] ', '').replace('[options]', '')}`.trimEnd() +
      `\n\n${sentence(file.summary)}\n${words.length > 0 ? `\n${words.join('; ')}.\n` : ''}${table}\n\`\`\`sh\n${file.examples.join('\n')}\n\`\`\`\n`
    );
  });
  return `# The command line

Every command also takes \`--quiet\` (nothing on standard error but what went wrong), \`--no-color\` (so does \`NO_COLOR\` in the environment),
\`--debug\` (where a fault of ours comes from) and \`--help\`. What is asked for goes to standard output and nothing else does; progress,
summaries and problems go to standard error.

Exit status: 0 done · 1 something was refused or not found, the rest is done · 2 the command line is wrong · 70 a fault of ours · 130 stopped
with Ctrl-C, what was added stays. The codes of all problems: [errors.md](errors.md).

This page is made by \`npm run docs\` from \`src/cli/commands/\`; a test holds the two together.

${sections.join('\n')}`;
}

const sentence = (summary: string): string => `${summary[0]?.toUpperCase()}${summary.slice(1)}.`;
