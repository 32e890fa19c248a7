export { createFetcher, type Fetcher } from './fetch/fetcher.ts';
export type { Candidate, Field, Format, Found } from './formats/format.ts';
export { formats } from './formats/index.ts';
export { createIntake } from './intake.ts';
export { DEFAULT_LIMITS, type Limits } from './limits.ts';
export type { Intake, IntakeInput, IntakeOptions } from './port.ts';
