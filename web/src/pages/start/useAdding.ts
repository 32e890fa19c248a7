import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { jsonLines, problemOf } from '../../api/client.ts';
import type { AddEvent } from '../../api/types.ts';
import { type Input, type Known, requestOf } from './inputs.ts';

/** One input on its way: what came of each report in it so far. */
export interface Job {
  readonly key: number;
  readonly name: string;
  readonly state: 'waiting' | 'reading' | 'done';
  /** The last ones; an archive may hold thousands. */
  readonly events: readonly AddEvent[];
  readonly stored: number;
  readonly known: number;
  readonly refused: number;
}

/** Events kept for showing: refusals are always among them. */
const KEPT = 50;

function withEvent(job: Job, event: AddEvent): Job {
  const refusals = job.events.filter(({ kind }) => kind === 'refused' || kind === 'failed').slice(-KEPT);
  const events = job.events.length < KEPT ? job.events : refusals;
  return {
    ...job,
    events: [...events, event],
    stored: job.stored + (event.kind === 'stored' ? 1 : 0),
    known: job.known + (event.kind === 'known' ? 1 : 0),
    refused: job.refused + (event.kind === 'refused' || event.kind === 'failed' ? 1 : 0),
  };
}

/** Adds inputs one after another, and tells of each report as it goes. */
export function useAdding() {
  const client = useQueryClient();
  const [jobs, setJobs] = useState<readonly Job[]>([]);
  const next = useRef(0);
  const tail = useRef<Promise<void>>(Promise.resolve());

  const change = (key: number, by: (job: Job) => Job): void => setJobs((all) => all.map((job) => (job.key === key ? by(job) : job)));

  async function run(key: number, request: readonly [string, RequestInit]): Promise<void> {
    change(key, (job) => ({ ...job, state: 'reading' }));
    try {
      for await (const event of jsonLines<AddEvent>(...request)) change(key, (job) => withEvent(job, event));
    } catch (error) {
      change(key, (job) => withEvent(job, { kind: 'failed', problem: problemOf(error) }));
    }
    change(key, (job) => ({ ...job, state: 'done' }));
  }

  function enqueue(name: string, request: readonly [string, RequestInit]): void {
    const key = next.current;
    next.current += 1;
    setJobs((all) => [...all, { key, name, state: 'waiting', events: [], stored: 0, known: 0, refused: 0 }]);
    tail.current = tail.current.then(() => run(key, request)).then(() => client.invalidateQueries());
  }

  return {
    jobs,
    add: (inputs: readonly Input[], known: Known): void => {
      for (const input of inputs) enqueue(input.name, requestOf(input, known));
    },
    addSample: (): void => enqueue('the sample reports', ['/api/sample', { method: 'POST' }]),
  };
}
