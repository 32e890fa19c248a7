import type { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Query } from '../../ledger/port.ts';
import { AccordingtoError } from '../../model/index.ts';

/** Every issue on one line: what it is about, and what is wrong. */
const reason = (error: z.ZodError): string =>
  error.issues
    .slice(0, 5)
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
    .join('; ');

/** A value under its schema. @throws AccordingtoError SERVER_BAD_REQUEST with what is wrong, field by field. */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new AccordingtoError('SERVER_BAD_REQUEST', { reason: reason(parsed.error) });
  return parsed.data;
}

/** The address's query as the ledger's. @throws AccordingtoError SERVER_BAD_REQUEST. */
export function queryOf(context: Context, schema: z.ZodType): Query & { readonly limitGiven: boolean } {
  const { q, limit, cursor, ...filters } = parse(schema, context.req.query()) as {
    q?: string;
    limit?: number;
    cursor?: string;
  } & Record<string, string>;
  const words = q?.trim();
  return {
    limit: limit ?? 100,
    limitGiven: limit !== undefined,
    ...(words && { q: words }),
    ...(cursor && { cursor }),
    filters: Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined && value !== '')),
  };
}
