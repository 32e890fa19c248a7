import { arch, cpus, platform, release, totalmem } from 'node:os';
import { problem } from '../../model/index.ts';
import { defineCommand } from '../command.ts';
import { CHECKS, type Finding } from '../doctor/checks.ts';
import { defineLedger, type LedgerOption } from '../ledger-option.ts';
import { packageFile, packageRoot } from '../package-root.ts';
import type { Colours } from '../terminal/colours.ts';
import { pad } from '../terminal/wrap.ts';

interface Options extends LedgerOption {
  readonly json?: boolean;
}

/** Tells what is installed, what is missing and where things are. Exit status 1 where something needed is missing. */
export const doctor = defineCommand<Options>({
  name: 'doctor',
  summary: 'tell what is installed, what is missing, where things are',
  examples: ['accordingto doctor'],
  define: (command) => defineLedger(command).option('--json', 'one JSON object'),
  run: async (context, _, options) => {
    const findings: Finding[] = [
      { name: 'accordingto', state: 'fine', detail: `${packageFile.version} in ${packageRoot}` },
      { name: 'node', state: 'fine', detail: `${process.version} on ${platform()} ${release()} ${arch()}` },
      { name: 'machine', state: 'fine', detail: `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB` },
    ];
    for (const check of CHECKS) findings.push(await check(options));
    if (options.json) await context.out.line(JSON.stringify({ findings }));
    else for (const finding of findings) await context.out.line(findingLine(finding, context.colours));
    for (const { name, state, detail } of findings) {
      if (state === 'missing') context.refuse(problem('CLI_SOMETHING_MISSING', { name, detail }));
    }
  },
});

const findingLine = ({ name, state, detail }: Finding, colours: Colours): string => {
  const mark = { fine: colours.green('fine'), absent: colours.yellow('absent'), missing: colours.red('missing') }[state];
  return `${pad(mark, 9)}${pad(name, 14)}${detail}`;
};
