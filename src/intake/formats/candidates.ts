import type { Candidate, Field } from './format.ts';

/** Candidates of the values that are there, all read from one place. */
export const candidatesFrom = (where: string, values: Partial<Record<Field, string | null | undefined>>): readonly Candidate[] =>
  Object.entries(values).flatMap(([field, value]) => {
    const text = value?.trim();
    return text ? [{ field: field as Field, value: text, from: `${where} ${field}` }] : [];
  });
