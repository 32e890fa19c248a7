import type { Warning } from '../model/index.ts';

/** What intake warns of. A warning leaves the report standing; a refusal (src/model/errors/intake.ts) does not. */
export const INTAKE_WARNINGS = {
  'intake-encoding-guessed': 'The document does not say how its letters are encoded; {actual} fits best.',
  'intake-encoding-contradicted': 'The document says {expected} but its bytes are {actual}.',
  'intake-bytes-broken': '{actual} places outside the article could not be decoded.',
  'intake-replacement-characters': 'The text came with {actual} characters that were lost before it reached us (U+FFFD).',
  'intake-published-unclear': 'The day it came out is given as {actual}, which is no date that can be read for certain.',
  'intake-published-contradicted': 'The document gives {actual} as well as {expected} for the day it came out.',
  'intake-address-dropped': 'The address that is given ({actual}) is none of the web, and was dropped.',
  'intake-text-short': 'Only {actual} characters of text were found: this may be a stub or a page behind a payment wall.',
  'intake-paywalled': 'The page gives the beginning only: the rest is for those who pay or sign in.',
  'intake-one-of-several': 'This is page {actual} of an article that has several; the next one is {expected}. Each is a report of its own.',
  'intake-address-contradicted': 'The page calls {actual} its own address, but was had from {expected}.',
  'intake-language-contradicted': 'The page says that it is in {expected}; its words are in {actual}.',
  'intake-modified-before-published': 'It is said to have been changed on {actual}, before it came out ({expected}).',
  'intake-headline-only': 'The feed gives a summary only, not the article.',
} as const;
export type IntakeWarningCode = keyof typeof INTAKE_WARNINGS;

/** The warning of that code with its blanks filled. */
export function warning(code: IntakeWarningCode, found: { readonly actual?: string; readonly expected?: string } = {}): Warning {
  const message = INTAKE_WARNINGS[code].replace('{actual}', found.actual ?? '').replace('{expected}', found.expected ?? '');
  return { code, message, ...found };
}
