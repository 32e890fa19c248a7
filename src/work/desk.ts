import type { IntakeInput } from '../intake/index.ts';
import type { Entry } from '../ledger/port.ts';
import type { Judgement } from '../model/index.ts';
import { addReports } from './add.ts';
import type { AddEvent, ReadEvent } from './events.ts';
import { judge } from './judging/index.ts';
import { readReports } from './read.ts';
import type { DeskRooms, WorkOptions } from './rooms.ts';

/** Many reports at once, in one process. */
export interface Desk {
  /** Name and version of the reader's steps. */
  readonly reader: string;
  /** Reads without a ledger; one event an input, in order. */
  readonly read: (inputs: readonly IntakeInput[], options?: WorkOptions) => AsyncIterable<ReadEvent>;
  /** Reads and stores; one event an input, in order. What was stored stays, however it ends. */
  readonly add: (inputs: readonly IntakeInput[], options?: WorkOptions) => AsyncIterable<AddEvent>;
  /** Writes what a person decided and links anew what it bears on. */
  readonly judge: (judgement: Judgement) => Promise<Entry>;
}

/** Puts intake, reader, ledger and linking together. The caller closes the rooms. */
export function createDesk(rooms: DeskRooms): Desk {
  return {
    reader: rooms.reader.version,
    read: (inputs, options = {}) => readReports(rooms, inputs, options),
    add: (inputs, options = {}) => {
      const { ledger } = rooms;
      if (!ledger) throw new Error('a desk without a ledger cannot add');
      return addReports({ ...rooms, ledger }, inputs, options);
    },
    judge: async (judgement) => {
      const { ledger, link } = rooms;
      if (!ledger) throw new Error('a desk without a ledger cannot judge');
      return judge(ledger, judgement, link);
    },
  };
}
