export { howsure } from './step.ts';
