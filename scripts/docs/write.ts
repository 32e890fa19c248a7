// npm run docs: writes the pages that are made from the code.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cliPage } from './cli.ts';
import { errorsPage } from './errors.ts';
import { noticePage } from './notice.ts';
import { withWeights } from './weights.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
writeFileSync(`${root}docs/errors.md`, errorsPage());
writeFileSync(`${root}docs/cli.md`, cliPage());
writeFileSync(`${root}NOTICE`, noticePage(root));
writeFileSync(`${root}docs/linking.md`, withWeights(readFileSync(`${root}docs/linking.md`, 'utf8')));
