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

  it('finds them by an office with a body, by what somebody has led since, and by a place’s own service', () => {
    expect(told('Ada Roe, an inspector with the Oar Union, said so.')).toEqual(['Ada Roe | inspector | the Oar Union']);
    expect(told('Ada Roe, who since Monday has chaired the Families of Ostby. Nine came.')).toEqual([
      'Ada Roe | chair | the Families of Ostby',
    ]);
    expect(told('Ada Roe, the head of the Ostby mountain rescue, said so.')).toEqual(['Ada Roe | head | the Ostby mountain rescue']);
    expect(told('General Tom Ash, the commander of the Second Division, said so.')).toEqual([
      'General Tom Ash | commander | the Second Division',
    ]);
  });

  it('finds whose they are behind a day, in a body of members, and what a mission is of', () => {
    expect(told('On Monday Quill’s defence secretary, Ada Roe, said so.')).toEqual(['Ada Roe | defence secretary | Quill']);
    expect(told('Ada Roe, who leads the Rail and Oar Workers’ Union, said so.')).toEqual([
      'Ada Roe | head | the Rail and Oar Workers’ Union',
    ]);
    expect(told('Ada Roe, who leads a mission of the Oar Fund to Ostby, said so.')).toEqual(['Ada Roe | head | the Oar Fund']);
    expect(told('“No label left the plant,” declared Tom Ash, general manager and grandson of the founder.')).toEqual([
      'Tom Ash | general manager | null',
    ]);
  });

  it('finds any office right beside whose it is', () => {
    expect(told('The register of Sol is closed, its registrar, Cyril Mott, said.')).toEqual(['Cyril Mott | registrar | null']);
    expect(told('“It is ours,” said Nia Powell, the union’s organiser at the plant.')).toEqual([
      'Nia Powell | organiser at the plant | the union',
    ]);
    expect(told('Its managing director, Pip Hallow, said no.')).toEqual(['Pip Hallow | managing director | null']);
    expect(told('Commander Jan Holm, who speaks for the Coast Guard, left.')).toEqual([
      'Commander Jan Holm | spokesperson | the Coast Guard',
    ]);
    expect(told('Nora Tide, who heads the tanker desk there, said so.')).toEqual(['Nora Tide | head | null']);
    expect(told('Ada Roe, who coordinates the work of Quill Nurses in Ostby, said so.')).toEqual(['Ada Roe | head | Quill Nurses']);
    expect(told('Nobody asked, said Ada Roe, who chairs it.')).toEqual(['Ada Roe | chair | null']);
  });

  it('finds a body’s own people in what it sends out', () => {
    expect(introductionsIn('It is clean, says our hydrologist, Rhys Madd, who drew it.')).toMatchObject([{ name: 'Rhys Madd', own: true }]);
    expect(introductionsIn('It is rust, says Ada Roe, the metals expert in our team.')).toMatchObject([{ name: 'Ada Roe', own: true }]);
  });

  it('takes nobody for a spokesman who is none', () => {
    expect(told('Ann Pell, a nurse at Saint Brenda’s, saw the head of the column leave.')).toEqual([]);
    expect(told('Its roof fell in. Ann Pell ran.')).toEqual([]);
  });
});
