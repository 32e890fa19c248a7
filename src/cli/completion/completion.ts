import { bash } from './bash.ts';
import { fish } from './fish.ts';
import type { CommandOutline } from './outline.ts';
import { zsh } from './zsh.ts';

const WRITERS = { bash, zsh, fish } as const;

export type Shell = keyof typeof WRITERS;
export const SHELLS = Object.keys(WRITERS) as readonly Shell[];

export const completionOf = (shell: Shell, commands: readonly CommandOutline[]): string => WRITERS[shell](commands);
