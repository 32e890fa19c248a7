import { describe, expect, it } from 'vitest';
import { statesAnything } from './states.ts';

describe('statesAnything', () => {
  it.each(['it', 'That', 'to do so', '(North Coast Wire)', '[Reuters]', '—'])('not: %s', (content) =>
    expect(statesAnything(content)).toBe(false),
  );
  it.each(['“Three,”', 'it rained', '1,500', 'Never', '(he said no to it)'])('%s', (content) => expect(statesAnything(content)).toBe(true));
});
