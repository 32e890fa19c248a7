export { createApp } from './app.ts';
export { DEFAULT_MAX_BODY_BYTES, type ServerOptions } from './options.ts';
export { type RunningServer, startServer } from './start.ts';
