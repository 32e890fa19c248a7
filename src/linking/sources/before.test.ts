import { describe, expect, it } from 'vitest';
import { bodyCalled, type Heard, subjectBefore } from './before.ts';

const BODIES = ['Aldmoor', 'Federation of Paper Workers', 'Foreign Ministry', 'Defence Ministry', "plant's union"];
const its = (text: string, heard: readonly Heard[] = []): string | null => subjectBefore(text, text.indexOf(', its '), heard, BODIES);

describe('subjectBefore', () => {
  it('takes the subject of the sentence before and not what was named last', () => {
    expect(
      its('The Federation of Paper Workers is balloting its members at Aldmoor. They will strike, Colin Thrale, its secretary, said.'),
    ).toBe('Federation of Paper Workers');
  });

  it('takes whoever was heard last', () => {
    const text = 'Aldmoor lost money. It left through a drain, the department said. Clara Ruiz, its chief, agreed.';
    expect(its(text, [{ at: text.indexOf('the department'), name: 'Department of Water', kind: 'agency' }])).toBe('Department of Water');
  });

  it('is not several people who were heard since', () => {
    const text = 'The rebels did it, said the Northern Guard. Guard scouts had heard the order, its spokesman, Major Ash, added.';
    const heard: Heard[] = [
      { at: text.indexOf('the Northern'), name: 'Northern Guard', kind: 'group' },
      { at: text.indexOf('Guard scouts'), name: 'Guard scouts', kind: 'group' },
    ];
    expect(its(text, heard)).toBe('Northern Guard');
  });

  it('is blank where the sentence has a subject that nobody named', () => {
    expect(its('Aldmoor lost money. The works at Hallow, which get their ore by rail, would close, Emil Carr, its director, said.')).toBe(
      null,
    );
  });
});

describe('bodyCalled', () => {
  it('wants every word: the foreign ministry is not the ministry heard last', () => {
    const heard: Heard[] = [
      { at: 0, name: 'Foreign Ministry', kind: 'agency' },
      { at: 9, name: 'Defence Ministry', kind: 'agency' },
    ];
    expect(bodyCalled(['foreign', 'ministry'], 50, heard, BODIES)).toBe('Foreign Ministry');
    expect(bodyCalled(['ministry'], 50, heard, BODIES)).toBe('Defence Ministry');
    expect(bodyCalled(['ministry'], 50, [], BODIES)).toBe(null);
  });

  it('is the one named since in the same paragraph', () => {
    const heard: Heard[] = [{ at: 0, name: 'Foreign Ministry', kind: 'agency' }];
    const text = 'The Foreign Ministry said so.\n\nIt is late, an official at the Defence Ministry said. The ministry’s spokeswoman';
    expect(bodyCalled(['ministry'], text.indexOf('The ministry’s'), heard, BODIES, text)).toBe('Defence Ministry');
  });

  it('does not take a plant’s union for the plant', () => {
    expect(bodyCalled(['plant'], 50, [], BODIES)).toBe(null);
  });
});
