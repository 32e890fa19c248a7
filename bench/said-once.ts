import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SaidPrediction } from '../src/reader/said/neural/index.ts';
import type { Step } from '../src/reader/step.ts';

type Said = Step<never, 'attributions', SaidPrediction>;

/** The step that tells statements, asked once a text: what it says is kept in a folder, so that the rooms after it can be measured in a second. */
export function saidOnce(make: () => Said | Promise<Said>, folder: string): Said {
  mkdirSync(folder, { recursive: true });
  let opened: Promise<Said> | null = null;
  const said = (): Promise<Said> => {
    opened ??= Promise.resolve(make());
    return opened;
  };
  const placeOf = (text: string): string => join(folder, `${createHash('sha256').update(text).digest('hex').slice(0, 16)}.json`);
  const annotate: Said['annotate'] = (_, { attributions, warnings }) => ({ attributions, warnings });
  return {
    name: 'said',
    version: 'kept',
    needs: [],
    adds: ['attributions'],
    predict: async (inputs) => {
      const fresh = inputs.filter(({ report }) => !existsSync(placeOf(report.text)));
      if (fresh.length > 0) {
        const made = await (await said()).predict?.(fresh);
        fresh.forEach(({ report }, i) => {
          writeFileSync(placeOf(report.text), JSON.stringify(made?.[i]));
        });
      }
      return inputs.map(({ report }) => JSON.parse(readFileSync(placeOf(report.text), 'utf8')) as SaidPrediction);
    },
    annotate,
    close: async () => {
      if (opened) await (await opened).close?.();
    },
  };
}
