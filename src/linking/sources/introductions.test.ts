import { describe, expect, it } from 'vitest';
import { introductionsIn } from './introductions.ts';

const told = (text: string): string[] => introductionsIn(text).map(({ name, title, body }) => `${name} | ${title} | ${body}`);

describe('introductionsIn', () => {
  it('finds who speaks for which body, whichever way it is put', () => {
    expect(told("Orvel's chief medical officer, Mette Brand, has left.")).toEqual(['Mette Brand | chief medical officer | Orvel']);
    expect(told("Dana Reyes, Northlamp's managing partner, said so.")).toEqual(['Dana Reyes | managing partner | Northlamp']);
    expect(told('The board said no. Clara Ruiz, its chief of response, agreed.')).toEqual(['Clara Ruiz | chief of response | null']);
    expect(told('It was night, said its spokeswoman, Lt. Col. Nora Sand.')).toEqual(['Lt. Col. Nora Sand | spokeswoman | null']);
    expect(told('It was the valve, said Dale Kepler, the president of Local 88. He left.')).toEqual(['Dale Kepler | president | Local 88']);
    expect(told('The head of the mission, Joan Bassa, said no.')).toEqual(['Joan Bassa | head | the mission']);
    expect(told('Aslan Torrin, who speaks for the General Staff, said no.')).toEqual(['Aslan Torrin | spokesperson | the General Staff']);
    expect(told('Helena Quint, the diplomat who mediates between them for the Contact Group, said no.')).toEqual([
      'Helena Quint | head | the Contact Group',
    ]);
  });

  it('takes nobody for a spokesman who is none', () => {
    expect(told('Ann Pell, a nurse at Saint Brenda’s, saw the head of the column leave.')).toEqual([]);
    expect(told('Its roof fell in. Ann Pell ran.')).toEqual([]);
  });
});
