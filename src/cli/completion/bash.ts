import type { CommandOutline } from './outline.ts';

/** Commands, then their flags, then the values of flags that have a few, then file names. */
export function bash(commands: readonly CommandOutline[]): string {
  const names = commands.map(({ name }) => name).join(' ');
  const flags = commands
    .filter(({ name }) => name !== 'completion')
    .map(({ name, flags }) => `    ${name}) words="${flags.map((flag) => flag.name).join(' ')} --help" ;;`);
  const values = commands.flatMap(({ name, flags }) =>
    flags
      .filter(({ choices }) => choices.length > 0)
      .map((flag) => `    "${name} ${flag.name}") COMPREPLY=($(compgen -W "${flag.choices.join(' ')}" -- "$current")); return ;;`),
  );
  return `# bash completion for accordingto
_accordingto() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]} words=
  COMPREPLY=()
  if [[ $COMP_CWORD -eq 1 ]]; then
    COMPREPLY=($(compgen -W "${names} help --help --version" -- "$current"))
    return
  fi
  case "$command $previous" in
${values.join('\n')}
    *) ;;
  esac
  case "$command" in
${flags.join('\n')}
    help) COMPREPLY=($(compgen -W "${names}" -- "$current")); return ;;
    completion) COMPREPLY=($(compgen -W "bash zsh fish" -- "$current")); return ;;
    *) ;;
  esac
  if [[ $current == -* ]]; then COMPREPLY=($(compgen -W "$words" -- "$current")); fi
}
complete -o bashdefault -o default -F _accordingto accordingto
`;
}
