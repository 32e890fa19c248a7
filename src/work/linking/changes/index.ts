export { changesBetween, type LinkingChange } from './changes.ts';
export { type Snapshot, snapshotOf } from './snapshot.ts';
