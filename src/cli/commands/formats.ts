import { defineCommand } from '../command.ts';
import { pad } from '../terminal/wrap.ts';

interface Options {
  readonly json?: boolean;
}

/** What is read, from the registry itself. */
export const formats = defineCommand<Options>({
  name: 'formats',
  summary: 'list what is read, and what files of it are called',
  examples: ['accordingto formats'],
  define: (command) => command.option('--json', 'one JSON object a line, one line a format'),
  run: async (context, _, options) => {
    const all = (await import('../../intake/index.ts')).formats;
    for (const { name, describes, mediaType, extensions } of all) {
      await context.out.line(
        options.json
          ? JSON.stringify({ name, describes, mediaType, extensions })
          : `${pad(name, 10)}${describes}  (${extensions.join(' ')})`,
      );
    }
  },
});
