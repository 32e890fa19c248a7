export { whenSaid } from './said-when.ts';
export { findTimes, when } from './step.ts';
export { type Tokens, tokenize } from './tokens.ts';
