import { describe, expect, it } from 'vitest';
import { saneName, senderIn } from './sane.ts';

describe('saneName', () => {
  it.each([
    ['Quill Imaging. Quill', 'Quill Imaging'],
    ['police: a porter', 'police'],
    ['Dr. Ada Roe', 'Dr. Ada Roe'],
    ['U.S. Rock Survey', 'U.S. Rock Survey'],
    ['mission at last', 'mission'],
    ['Quill Watch has', 'Quill Watch'],
    ['a maintenance log of', 'a maintenance log'],
    ['the inspectorate in Ostby', 'the inspectorate'],
    ['All week long the company', 'the company'],
    ['the ministry’s own', 'the ministry'],
    ['one of the drivers', 'one of the drivers'],
    ['Friends of the Valley', 'Friends of the Valley'],
  ])('%s', (name, sane) => expect(saneName(name)).toBe(sane));

  it.each([
    ['the'],
    ['the two'],
    ['whose'],
    ['Outside the district hospital relatives'],
    ['D'],
    ['The others'],
    ['Some of you'],
    ['Nobody in Ostby'],
    ['No one aboard'],
    ['No ministry'],
    ['whose fishermen'],
    ['Reached through a cousin in Ostby'],
    ['These'],
  ])('nobody: %s', (name) => expect(saneName(name)).toBeNull());
});

describe('senderIn', () => {
  it('is the body whose report or helpline it is', () => {
    expect(senderIn('Water Council’s report')).toBe('Water Council');
    expect(senderIn('Quill’s helpline')).toBe('Quill');
    expect(senderIn('Monday’s report')).toBeNull();
    expect(senderIn('the auditor’s letter')).toBeNull();
    expect(senderIn('the count of the Oar Union')).toBe('Oar Union');
    expect(senderIn('the count of the dead')).toBeNull();
  });
});
