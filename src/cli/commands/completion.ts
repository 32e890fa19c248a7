import { AccordingtoError } from '../../model/index.ts';
import { defineCommand } from '../command.ts';
import { completionOf, SHELLS, type Shell } from '../completion/completion.ts';
import { outline } from '../completion/outline.ts';

const isShell = (word: string | undefined): word is Shell => (SHELLS as readonly string[]).includes(word ?? '');

/** Prints the completion script of a shell, made from the commands as they are. */
export const completion = defineCommand({
  name: 'completion',
  summary: `print the completion script for ${SHELLS.join(', ')}`,
  examples: ['source <(accordingto completion bash)', 'accordingto completion fish > ~/.config/fish/completions/accordingto.fish'],
  define: (command) => void command.argument('<shell>', SHELLS.join(', ')),
  run: async (context, [shell], _options, program) => {
    if (!isShell(shell)) throw new AccordingtoError('CLI_USAGE', { message: `${shell} is no shell that we know`, command: 'completion' });
    await context.out.write(completionOf(shell, outline(program)));
  },
});
