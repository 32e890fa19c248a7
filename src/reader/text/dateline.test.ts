import { expect, it } from 'vitest';
import { afterDateline } from './index.ts';

it.each([
  ['LINDHOLT, March 14 – Lake Orvane peaked.', 'Lake Orvane peaked.'],
  ['SOFIA — Nine people drowned.', 'Nine people drowned.'],
  ['Ostby (Reuters) - The mill is shut.', 'The mill is shut.'],
  ['PUERTO AMARGO, Chile — A court ruled.', 'A court ruled.'],
  ['Reek – the mayor – said so.', 'Reek – the mayor – said so.'],
  ['NATO — whose members met — said so.', 'NATO — whose members met — said so.'],
  ['The mill is shut.', 'The mill is shut.'],
])('begins after the dateline: %s', (text, rest) => expect(text.slice(afterDateline(text))).toBe(rest));
