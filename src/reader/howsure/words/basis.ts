import type { Basis } from '../../../model/index.ts';

/** Words that name what a source says it rests on. */
export interface BasisWords {
  readonly words: string;
  readonly kind: Basis['kind'];
  /** Needs no word like "citing" before it. */
  readonly alone?: true;
  readonly example: string;
}

const rows = (kind: Basis['kind'], forms: string, example: (form: string) => string): readonly BasisWords[] =>
  forms.split(', ').map((words) => ({ words, kind, example: example(words) }));
const citing = (form: string): string => `The ministry said, citing ${form}, that the bridge was hit.`;

export const BASIS_WORDS: readonly BasisWords[] = [
  ...rows(
    'saw',
    'saw with his own eyes, saw with her own eyes, saw with their own eyes',
    (form) => `A farmer said that he ${form} the bridge being hit.`,
  ),
  ...rows(
    'saw',
    'i saw, we saw, i heard, we heard, i watched, we watched, i witnessed, we witnessed',
    (form) => `"${form} it fall," a farmer said.`,
  ).map((row) => ({ ...row, alone: true as const })),
  ...rows('saw', 'who saw, who witnessed, who watched', (form) => `A farmer ${form} the strike said that the bridge was hit.`),
  ...rows(
    'saw',
    'eyewitness, eyewitnesses, witness, witnesses, eyewitness accounts, witness accounts',
    (form) => `According to ${form}, the bridge was hit.`,
  ),
  ...rows(
    'imagery',
    'satellite image, satellite images, satellite imagery, satellite photos, satellite photographs, satellite pictures, aerial images, aerial photographs, drone footage, video verified, footage verified, footage reviewed, video footage, footage, videos, video, photographs, photos, images, imagery, radar data, radar, cctv footage, surveillance footage, geolocated footage',
    citing,
  ),
  ...rows(
    'intercepts',
    'intercepts, intercepted communications, intercepted messages, intercepted calls, intercepted phone calls, intercepted telephone calls, wiretaps, signals intelligence, phone taps, intercepted radio traffic, wiretapped conversations',
    citing,
  ),
  ...rows(
    'documents',
    'documents, internal documents, leaked documents, court documents, court filings, court records, court papers, filings, records, official records, a memo, memos, an internal memo, emails, e-mails, letters, a letter, transcripts, classified documents, an indictment, the indictment, an affidavit, the affidavit, a lawsuit, the lawsuit, medical records, files, archives, contracts',
    citing,
  ),
  ...rows(
    'count',
    'its own count, a tally, its tally, our tally, a count, its own tally, figures compiled, data compiled, its figures, official figures, official data, official statistics, a survey, a poll, survey data, a census, an exit poll',
    citing,
  ),
  ...rows(
    'report',
    'media reports, news reports, local media, state media, local reports, press reports, reports, a report, the report, newspaper reports, local news reports, foreign media, news agencies',
    citing,
  ),
  ...rows(
    'experts',
    'experts, analysts, independent experts, military experts, forensic experts, ballistics experts, forensic evidence, forensic analysis, a study, the study, researchers, laboratory tests, lab tests, dna tests, an engineer, an independent engineer, an expert, an independent expert, medical experts, expert testimony, an autopsy, the autopsy',
    citing,
  ),
  ...rows(
    'briefing',
    'intelligence briefings, a classified briefing, classified briefings, people briefed, officials briefed, sources briefed, briefed on, briefed by, intelligence reports, intelligence sources, intelligence assessments, an intelligence assessment, intelligence',
    citing,
  ),
  ...rows(
    'briefing',
    'condition of anonymity, spoke anonymously, speaking anonymously, not authorized to speak, not authorised to speak, asked not to be named, asked not to be identified, asking not to be named, declined to be named, declined to be identified, wished to remain anonymous, requested anonymity, on background, familiar with the matter, familiar with the talks, familiar with the case, familiar with the discussions, familiar with the investigation, with knowledge of, with direct knowledge of, close to the talks, close to the matter',
    (form) => `An official who ${form} said that the bridge was hit.`,
  ).map((row) => ({ ...row, alone: true as const })),
  ...rows('briefing', 'unnamed officials, unnamed sources, unidentified officials, anonymous officials, anonymous sources', citing),
];
