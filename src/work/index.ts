export { createDesk, type Desk } from './desk.ts';
export type { AddEvent, Known, Progress, Read, ReadEvent, Refused, Stored } from './events.ts';
export type { DeskRooms, WorkOptions } from './rooms.ts';
export { differenceOf, type ParagraphChange, type Run } from './versions/difference.ts';
export type { WatchEvent } from './watch/events.ts';
export type { WatchOptions } from './watch/options.ts';
