import type { CommandOutline } from './outline.ts';

const quoted = (text: string): string => `'${text.replace(/\\/g, '\\\\').replace(/'/g, `\\'`)}'`;

export function fish(commands: readonly CommandOutline[]): string {
  const none = "-n '__fish_use_subcommand'";
  const lines = commands.flatMap(({ name, summary, flags }) => {
    const here = `complete -c accordingto -n '__fish_seen_subcommand_from ${name}'`;
    return [
      `complete -c accordingto -f ${none} -a ${name} -d ${quoted(summary)}`,
      ...flags.map(({ name: flag, summary: what, choices, takesValue }) => {
        const value = choices.length > 0 ? ` -x -a ${quoted(choices.join(' '))}` : takesValue ? ' -r' : '';
        return `${here} -l ${flag.replace(/^--/, '')}${value} -d ${quoted(what)}`;
      }),
    ];
  });
  return `# fish completion for accordingto\n${lines.join('\n')}\ncomplete -c accordingto -f -n '__fish_seen_subcommand_from completion' -a 'bash zsh fish'\n`;
}
