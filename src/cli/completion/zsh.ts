import type { CommandOutline, FlagOutline } from './outline.ts';

/** Inside single quotes, and inside a description between brackets or after a colon. */
const quoted = (text: string): string => text.replace(/'/g, `'\\''`).replace(/[[\]:]/g, '\\$&');

const flagLine = ({ name, summary, choices, takesValue }: FlagOutline): string => {
  const value = choices.length > 0 ? `:value:(${choices.join(' ')})` : takesValue ? ':value:_files' : '';
  return `        '*${name}[${quoted(summary)}]${value}' \\`;
};

export function zsh(commands: readonly CommandOutline[]): string {
  const names = commands.map(({ name, summary }) => `    '${name}:${quoted(summary)}'`);
  const cases = commands.map(
    ({ name, flags }) => `    ${name})
      _arguments \\
${flags.map(flagLine).join('\n')}
        '${name === 'completion' ? '*:shell:(bash zsh fish)' : '*:file:_files'}' ;;`,
  );
  return `#compdef accordingto
# zsh completion for accordingto
_accordingto() {
  local -a commands
  commands=(
${names.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case "$command" in
${cases.join('\n')}
  esac
}
compdef _accordingto accordingto
`;
}
