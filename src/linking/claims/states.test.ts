import { describe, expect, it } from 'vitest';
import { statesAnything, statesClaim } from './states.ts';

describe('statesAnything', () => {
  it.each(['it', 'That', 'to do so', '(North Coast Wire)', '[Reuters]', '—'])('not: %s', (content) =>
    expect(statesAnything(content)).toBe(false),
  );
  it.each(['“Three,”', 'it rained', '1,500', 'Never', '(he said no to it)'])('%s', (content) => expect(statesAnything(content)).toBe(true));
});

describe('statesClaim', () => {
  const said = (text: string, cue: string | null, voice?: 'outlet') =>
    statesClaim({
      content: { text, spans: [[0, text.length]] },
      cue: cue === null ? null : { text: cue, spans: [[0, cue.length]] },
      voice,
      quantities: [],
    });

  it.each([
    ['to comment', 'declined'],
    ['to be named', 'asked not'],
    ['the equipment', 'would not discuss'],
    ['the reason', 'wouldn’t guess at'],
  ])('not: %s (%s)', (text, cue) => expect(said(text, cue)).toBe(false));
  it.each([
    ['to resign', 'refused'],
    ['whether the crane at the quay had been inspected', 'would not say'],
    ['a fable', 'called'],
  ])('%s (%s)', (text, cue) => expect(said(text, cue)).toBe(true));

  it('not: headings among the outlet’s own sentences', () => {
    expect(said('Licence.', null, 'outlet')).toBe(false);
    expect(said('THE POWER.', null, 'outlet')).toBe(false);
    expect(said('Was wrong.', null, 'outlet')).toBe(true);
    expect(said('412.', null, 'outlet')).toBe(true);
    expect(said('以色列军方周二证实了此事', null, 'outlet')).toBe(true);
  });
});
