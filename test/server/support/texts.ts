import type { StatementSource } from '../../../src/model/index.ts';

/** A statement as the story's author writes it down: words, found in the text in order. */
export interface WrittenStatement {
  readonly source: string | null;
  readonly name?: string;
  readonly kind?: StatementSource['kind'];
  readonly cue: string | null;
  readonly content: readonly string[];
  readonly quotation?: 'direct' | 'indirect' | 'mixed';
  /** Index of the statement that it stands in. */
  readonly within?: number;
  readonly certainty?: 'certain' | 'probable' | 'possible' | 'unlikely' | 'denied';
  readonly sure?: readonly string[];
  readonly basis?: readonly (readonly ['saw' | 'imagery' | 'documents' | 'report' | 'count', string])[];
  readonly forecast?: { readonly window: string | null; readonly condition: string | null };
  readonly figures?: readonly (readonly [string, number | null, number | null, string])[];
  readonly times?: readonly (readonly [string, string | null])[];
  readonly places?: readonly (readonly [string, string | null, number, number])[];
  readonly through?: readonly string[];
  readonly saidWhen?: string;
  readonly confidence?: number;
}

export interface WrittenReport {
  readonly outlet: string;
  readonly byline: string | null;
  readonly published: string;
  readonly title: string;
  readonly url: string | null;
  readonly text: string;
  readonly copyOf?: number;
  readonly copyKind?: 'verbatim' | 'trimmed' | 'rewritten';
  readonly statements: readonly WrittenStatement[];
  readonly own: readonly string[];
}

const WIRE = [
  'Water is seeping through the eastern wall of the Hallin reservoir faster than at any time since it was filled, the Orrin Water Board said on Tuesday, and about 1,200 people in the valley below were told to leave their homes before dark.',
  '“We do not expect the wall to fail,” said Ines Valcourt, the board’s chief engineer, “but we will not ask anyone to sleep under it tonight.”',
  'Ms Valcourt said measurements taken on Monday showed that the seepage had risen to at least 40 litres a second. The interior ministry in Sarrow, citing the board’s own inspection report, said the figure had been 12 litres a second in March.',
  'Mayor Piet Oskarsen of Lower Hallin said he had been told that the wall “could go within days” if the rain did not stop. The board denied that.',
  'Two people who worked on last year’s repairs said that cracks had been painted over. They asked not to be named because they feared for their jobs.',
  'The reservoir holds 31 million cubic metres. It supplies three towns.',
] as const;

export const STORY: readonly WrittenReport[] = [
  {
    outlet: 'Cardinal Press',
    byline: 'Dara Quill',
    published: '2025-04-15T16:40:00+02:00',
    title: 'Valley below Hallin reservoir told to leave as wall leaks',
    url: 'https://cardinal.example/hallin-wall',
    text: WIRE.join('\n\n'),
    statements: [
      {
        source: 'the Orrin Water Board',
        name: 'Orrin Water Board',
        kind: 'agency',
        cue: 'said',
        content: ['Water is seeping through the eastern wall of the Hallin reservoir faster than at any time since it was filled'],
        certainty: 'certain',
        times: [['since it was filled', null]],
        places: [['Hallin reservoir', 'Hallin', 46.61, 7.42]],
        through: ['Cardinal Press'],
        saidWhen: '2025-04-15',
        confidence: 0.97,
      },
      {
        source: 'Ines Valcourt, the board’s chief engineer',
        name: 'Ines Valcourt',
        kind: 'person',
        cue: 'said',
        content: ['We do not expect the wall to fail', 'but we will not ask anyone to sleep under it tonight'],
        quotation: 'direct',
        certainty: 'unlikely',
        sure: ['do not expect'],
        times: [['tonight', '2025-04-15']],
        through: ['Cardinal Press'],
        confidence: 0.99,
      },
      {
        source: 'Ms Valcourt',
        name: 'Ines Valcourt',
        kind: 'person',
        cue: 'said',
        content: ['measurements taken on Monday showed that the seepage had risen to at least 40 litres a second'],
        certainty: 'certain',
        basis: [['count', 'measurements taken on Monday']],
        figures: [['at least 40 litres a second', 40, null, 'litres a second']],
        times: [['Monday', '2025-04-14']],
        through: ['Cardinal Press'],
        confidence: 0.93,
      },
      {
        source: 'measurements taken on Monday',
        name: 'measurements taken on Monday',
        kind: 'document',
        cue: 'showed',
        content: ['the seepage had risen to at least 40 litres a second'],
        within: 2,
        certainty: 'certain',
        figures: [['at least 40 litres a second', 40, null, 'litres a second']],
        through: ['Cardinal Press', 'Ines Valcourt'],
        confidence: 0.71,
      },
      {
        source: 'The interior ministry in Sarrow',
        name: 'Interior Ministry',
        kind: 'government',
        cue: 'said',
        content: ['the figure had been 12 litres a second in March'],
        certainty: 'certain',
        basis: [['documents', 'citing the board’s own inspection report']],
        figures: [['12 litres a second', 12, 12, 'litres a second']],
        times: [['in March', '2025-03']],
        through: ['Cardinal Press'],
        confidence: 0.9,
      },
      {
        source: 'Mayor Piet Oskarsen of Lower Hallin',
        name: 'Piet Oskarsen',
        kind: 'person',
        cue: 'said',
        content: ['he had been told that the wall “could go within days” if the rain did not stop'],
        quotation: 'mixed',
        certainty: 'possible',
        sure: ['could'],
        forecast: { window: '2025-04-15/2025-04-20', condition: 'if the rain did not stop' },
        times: [['within days', null]],
        through: ['Cardinal Press'],
        confidence: 0.88,
      },
      {
        source: null,
        cue: 'he had been told',
        content: ['the wall “could go within days” if the rain did not stop'],
        quotation: 'mixed',
        within: 5,
        certainty: 'possible',
        sure: ['could'],
        forecast: { window: '2025-04-15/2025-04-20', condition: 'if the rain did not stop' },
        through: ['Cardinal Press', 'Piet Oskarsen'],
        confidence: 0.52,
      },
      {
        source: 'The board',
        name: 'Orrin Water Board',
        kind: 'agency',
        cue: 'denied',
        content: ['that'],
        certainty: 'denied',
        through: ['Cardinal Press'],
        confidence: 0.64,
      },
      {
        source: 'Two people who worked on last year’s repairs',
        name: 'two people who worked on the repairs',
        kind: 'anonymous',
        cue: 'said',
        content: ['cracks had been painted over'],
        certainty: 'certain',
        through: ['Cardinal Press'],
        confidence: 0.95,
      },
    ],
    own: ['The reservoir holds 31 million cubic metres.', 'It supplies three towns.'],
  },
  {
    outlet: 'Northmoor Courier',
    byline: null,
    published: '2025-04-15T18:05:00+02:00',
    title: 'Hallin: 1,200 told to leave',
    url: 'https://courier.example/2025/04/hallin',
    copyOf: 0,
    copyKind: 'trimmed',
    text: WIRE.slice(0, 3).join('\n\n'),
    statements: [
      {
        source: 'the Orrin Water Board',
        name: 'Orrin Water Board',
        kind: 'agency',
        cue: 'said',
        content: ['Water is seeping through the eastern wall of the Hallin reservoir faster than at any time since it was filled'],
        certainty: 'certain',
        through: ['Northmoor Courier', 'Cardinal Press'],
        confidence: 0.97,
      },
      {
        source: 'Ms Valcourt',
        name: 'Ines Valcourt',
        kind: 'person',
        cue: 'said',
        content: ['measurements taken on Monday showed that the seepage had risen to at least 40 litres a second'],
        certainty: 'certain',
        figures: [['at least 40 litres a second', 40, null, 'litres a second']],
        through: ['Northmoor Courier', 'Cardinal Press'],
        confidence: 0.93,
      },
    ],
    own: [],
  },
  {
    outlet: 'The Sarrow Ledger',
    byline: 'Tomas Verhey and Lene Abt',
    published: '2025-04-16T07:10:00+02:00',
    title: 'Board corrects leak figure as rain eases over Hallin',
    url: null,
    text: [
      'The Orrin Water Board on Wednesday corrected its figure for the leak in the Hallin reservoir’s eastern wall, from 40 litres a second to between 25 and 30.',
      'Chief engineer Ines Valcourt said a gauge had been read twice. “It was our mistake,” she told the Ledger.',
      'According to the state weather service, the rain will probably stop by Friday.',
      'A villager who had gone back for his dogs told our reporter at the cordon that water was running over the road.',
    ].join('\n\n'),
    statements: [
      {
        source: 'The Orrin Water Board',
        name: 'Orrin Water Board',
        kind: 'agency',
        cue: 'corrected',
        content: ['its figure for the leak in the Hallin reservoir’s eastern wall, from 40 litres a second to between 25 and 30'],
        certainty: 'certain',
        figures: [['between 25 and 30', 25, 30, 'litres a second']],
        through: ['The Sarrow Ledger'],
        saidWhen: '2025-04-16',
        confidence: 0.8,
      },
      {
        source: 'Chief engineer Ines Valcourt',
        name: 'Ines Valcourt',
        kind: 'person',
        cue: 'said',
        content: ['a gauge had been read twice'],
        certainty: 'certain',
        through: ['The Sarrow Ledger'],
        confidence: 0.96,
      },
      {
        source: 'she',
        name: 'Ines Valcourt',
        kind: 'person',
        cue: 'told the Ledger',
        content: ['It was our mistake'],
        quotation: 'direct',
        certainty: 'certain',
        through: ['The Sarrow Ledger'],
        confidence: 0.97,
      },
      {
        source: 'the state weather service',
        name: 'State Weather Service',
        kind: 'agency',
        cue: 'According to',
        content: ['the rain will probably stop by Friday'],
        certainty: 'probable',
        sure: ['probably'],
        forecast: { window: '2025-04-16/2025-04-18', condition: null },
        times: [['by Friday', '../2025-04-18']],
        through: ['The Sarrow Ledger'],
        confidence: 0.95,
      },
      {
        source: 'A villager who had gone back for his dogs',
        name: 'a villager who had gone back for his dogs',
        kind: 'anonymous',
        cue: 'told our reporter at the cordon',
        content: ['water was running over the road'],
        certainty: 'certain',
        basis: [['saw', 'at the cordon']],
        through: ['The Sarrow Ledger'],
        confidence: 0.9,
      },
    ],
    own: [],
  },
];
