import { ProblemSchema } from '../schemas.ts';

const problemAnswer = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ProblemSchema } },
});

/** What any route may answer with beside its own. */
export const REFUSALS = {
  400: problemAnswer('The request was not understood.'),
  403: problemAnswer('Sent by another site, or addressed to another name.'),
  500: problemAnswer('A fault of ours.'),
};
export const NOT_FOUND = { 404: problemAnswer('There is no such row.') };
export const REFUSED_INPUT = {
  413: problemAnswer('The body is too large.'),
  415: problemAnswer('A body of this type is not taken here.'),
  422: problemAnswer('The report was refused; the code says why.'),
};
