export { addDays, addMonths, type Day, daysInMonth, dayText } from './calendar.ts';
export { whenSaid } from './said-when.ts';
export { findTimes, when } from './step.ts';
export { BREAK, surface, type Tokens, tokenize } from './tokens.ts';
