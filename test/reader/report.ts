import type { Report } from '../../src/model/index.ts';

/** A report of which nothing but its text is known. */
export const bareReport = (text: string, more: Partial<Report> = {}): Report => ({
  id: 'r',
  from: null,
  url: null,
  title: null,
  outlet: null,
  byline: null,
  published: null,
  language: 'en',
  sha256: '',
  text,
  ...more,
});
