import { describe, expect, it } from 'vitest';
import {
  ADMISSION_ROWS,
  ADMITS,
  CAUSE_ROWS,
  CHANGE_ROWS,
  CORRECTION_ROWS,
  DENIAL_ROWS,
  FINDING_ROWS,
  FLAT_DENIAL_ROWS,
  namesFigure,
  RIGHT_ROWS,
  SIDES,
  SIDING_ROWS,
} from './cues.ts';

describe('cues of relations', () => {
  it.each([
    ['corrections', CORRECTION_ROWS],
    ['admissions', ADMISSION_ROWS],
    ['changes', CHANGE_ROWS],
    ['flat denials', FLAT_DENIAL_ROWS],
    ['findings', FINDING_ROWS],
    ['denials', DENIAL_ROWS],
    ['causes', CAUSE_ROWS],
    ['sidings', SIDING_ROWS],
    ['what is called right', RIGHT_ROWS],
  ])('finds every row of the %s in its example', (_, rows) => {
    for (const { pattern, example } of rows) expect(example, String(pattern)).toMatch(new RegExp(pattern.source, 'iu'));
  });

  it('holds a source that confirms something itself to side with nobody', () => {
    expect('It confirmed that gates had been opened').not.toMatch(SIDES);
  });

  it('holds who was admitted to a hospital to have admitted nothing', () => {
    expect('Nine children in the vaccine group had been admitted.').not.toMatch(ADMITS);
    expect('Eleven were admitted to hospital').not.toMatch(ADMITS);
    expect('He admitted that he had known').toMatch(ADMITS);
  });

  it('finds a figure that is named to be put aside, and no other', () => {
    expect(namesFigure('Ten paintings are missing, the museum said, and not nine.', ['nine paintings'])).toBe('aside');
    expect(namesFigure('Four Grom missiles were launched rather than three.', ['three missiles'])).toBe('aside');
    expect(namesFigure('It offers 8.5 million crowns, up from the 7 million of May.', ['7 million'])).toBe('former');
    expect(namesFigure('The number of people moved was raised to 5,200, from about 4,000 a day earlier.', ['about 4,000'])).toBe('former');
    expect(namesFigure('Ten paintings are missing, and not nine.', ['Ten paintings'])).toBeNull();
  });
});
