import type { Reading, Report, Warning } from '../model/index.ts';
import { assemble } from './assemble.ts';
import type { Layers } from './layers.ts';
import { type AnyStep, checkOrder } from './step.ts';
import { seenOf } from './unseen.ts';

/** The port of this room: reports in, readings out, in the same order. */
export interface Reader {
  /** Name and version of every step: what the ledger keeps beside each reading. */
  readonly version: string;
  /** Says that so many reports are about to come: what takes long to start may start meanwhile. */
  readonly expect?: (reports: number) => void;
  readonly readMany: (reports: readonly Report[]) => Promise<readonly Reading[]>;
  readonly read: (report: Report) => Promise<Reading>;
  readonly close: () => Promise<void>;
}

/** Lets what else the program waits for be heard: the reader's own processes with their answers, among others. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

type Draft = Partial<Layers> & { readonly report: Report };

/**
 * A reader made of steps, run in order over a batch of reports.
 * @throws AccordingtoError READER_STEP_UNMET when the order leaves a need unmet.
 */
export function createReader(steps: readonly AnyStep[]): Reader {
  checkOrder(steps);
  const version = steps.map((step) => `${step.name}@${step.version}`).join(' ');

  const readMany = async (reports: readonly Report[]): Promise<readonly Reading[]> => {
    const seen = reports.map(seenOf);
    let drafts: Draft[] = reports.map((report, i) => ({ report: seen[i]?.report ?? report }));
    const warnings: Warning[][] = reports.map(() => []);
    for (const step of steps) {
      const predictions = step.predict ? await step.predict(drafts) : [];
      drafts = drafts.map((draft, i) => {
        const { warnings: raised = [], ...added } = step.annotate(draft, predictions[i]);
        warnings[i]?.push(...raised);
        return { ...draft, ...added };
      });
      if (reports.length > 1) await breathe();
    }
    return drafts.map((draft, i) => {
      const [raised, back] = [warnings[i] ?? [], seen[i]];
      return { ...(back ? assemble(back.layers(draft), back.warnings(raised)) : assemble(draft, raised)), reader: version };
    });
  };

  const read = async (report: Report): Promise<Reading> => {
    const [reading] = await readMany([report]);
    if (!reading) throw new Error('a reader answered with no reading');
    return reading;
  };
  const expect = (count: number): void => {
    for (const step of steps) step.expect?.(count);
  };
  const close = async (): Promise<void> => {
    for (const step of steps) await step.close?.();
  };
  return { version, expect, readMany, read, close };
}
