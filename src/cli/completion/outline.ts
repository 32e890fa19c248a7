import type { Command } from 'commander';

export interface FlagOutline {
  readonly name: string;
  readonly summary: string;
  /** Its values where it has a fixed few. */
  readonly choices: readonly string[];
  /** Whether something must follow it. */
  readonly takesValue: boolean;
}

export interface CommandOutline {
  readonly name: string;
  readonly summary: string;
  readonly flags: readonly FlagOutline[];
}

/** What a shell, or a page of documentation, needs to know of the commands. */
export const outline = (program: Command): readonly CommandOutline[] =>
  program.commands.map((command) => ({
    name: command.name(),
    summary: command.description(),
    flags: command.options.map((option) => ({
      name: option.long ?? option.flags,
      summary: option.description,
      choices: option.argChoices ?? [],
      takesValue: option.required || option.optional,
    })),
  }));
