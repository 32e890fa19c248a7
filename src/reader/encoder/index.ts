export { modelFolder } from './files.ts';
export { FORMAT, type Manifest } from './manifest.ts';
export type { Encoded, Look, Networks, Rows, Seen } from './networks.ts';
export { manifestOf, openNetworks } from './node.ts';
export { createPool, type Pool, type PoolOptions } from './pool.ts';
