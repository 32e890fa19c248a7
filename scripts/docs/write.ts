// npm run docs: writes the pages of documentation that are made from the code.
import { writeFileSync } from 'node:fs';
import { cliPage } from './cli.ts';
import { errorsPage } from './errors.ts';

writeFileSync(new URL('../../docs/errors.md', import.meta.url), errorsPage());
writeFileSync(new URL('../../docs/cli.md', import.meta.url), cliPage());
