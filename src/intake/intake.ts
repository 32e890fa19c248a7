import { AccordingtoError, type ErrorCode, type ErrorDetails, problem, type Received, type RefusedInput } from '../model/index.ts';
import { readApart } from './apart/read.ts';
import { type Arrival, arrivalOf, arrivalOfStream } from './arrival.ts';
import { isBinary, unreadKind } from './encoding/binary.ts';
import { unreadMarkup } from './encoding/markup.ts';
import { createFetcher, type Fetcher } from './fetch/fetcher.ts';
import type { Article, Format, Found, Frame } from './formats/format.ts';
import { gzip } from './formats/gzip.ts';
import { html } from './formats/html.ts';
import { formats } from './formats/index.ts';
import { jsonLines } from './formats/jsonlines.ts';
import { plain } from './formats/plain.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import type { Intake, IntakeInput, IntakeOptions } from './port.ts';
import { receive } from './receive.ts';
import { arrivalOfAddress, arrivalOfAnswer } from './sources/address.ts';
import { arrivalOfFile, walk } from './sources/path.ts';

/** What one batch works with. */
interface Workplace {
  readonly options: IntakeOptions;
  readonly limits: Limits;
  /** Made when the first address comes. */
  readonly fetcher: () => Fetcher;
}

const DECLARED = { 'text/plain': plain, 'text/html': html } as const;

const refusal = (from: string, code: ErrorCode, details: ErrorDetails = {}): RefusedInput => ({
  kind: 'refusal',
  from,
  problem: problem(code, { from, ...details }),
});

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split('\n')[0]?.slice(0, 200) ?? '';

/** Anything that went wrong with one input, as a refusal of that input alone. */
const refusalOf = (from: string, error: unknown, format: string): RefusedInput => {
  if (error instanceof AccordingtoError) return { kind: 'refusal', from, problem: error.problem };
  return refusal(from, 'INTAKE_PARSER_FAILED', { format, reason: messageOf(error) });
};

/** The format of an arrival by its first bytes. @throws AccordingtoError for what is empty, no text, or of a kind that is not read. */
function formatOf(arrival: Arrival, { options, limits }: Workplace): Format {
  const { from, head, size } = arrival;
  if (head.length === 0) throw new AccordingtoError('INTAKE_EMPTY', { from });
  const told =
    arrival.declared && !isBinary(head) ? DECLARED[arrival.declared] : options.jsonl && !gzip.recognises(arrival) ? jsonLines : undefined;
  const format = told ?? formats.find((one) => one.recognises(arrival));
  if (size !== null && size > limits.maxBytes && !format?.streams)
    throw new AccordingtoError('INTAKE_TOO_LARGE', { from, limit: limits.maxBytes });
  if (format) return format;
  const what = unreadKind(head) ?? (isBinary(head) ? null : unreadMarkup(head));
  if (what) throw new AccordingtoError('INTAKE_UNSUPPORTED', { from, what });
  throw new AccordingtoError(isBinary(head) ? 'INTAKE_BINARY' : 'INTAKE_UNSUPPORTED', { from, what: 'of a kind' });
}

/** What a container says of one of its parts. */
interface Within {
  readonly as?: Format;
  /** The part's article is that of the container, `outer`, with what this knows of it. */
  readonly frame?: Frame & { readonly outer: Arrival };
}

const readBy = (format: Format, arrival: Arrival, { limits, options }: Workplace): AsyncIterable<Found> =>
  format.apart ? readApart(format, arrival, { limits, signal: options.signal }) : format.read(arrival, { limits });

/** Every report in one arrival, containers opened. */
async function* open(arrival: Arrival, place: Workplace, { as, frame }: Within = {}): AsyncGenerator<Received> {
  let name = 'a document';
  try {
    if (arrival.depth > place.limits.maxDepth)
      throw new AccordingtoError('INTAKE_TOO_DEEP', { from: arrival.from, limit: place.limits.maxDepth });
    const format = as ?? formatOf(arrival, place);
    name = format.name;
    let any = false;
    for await (const found of readBy(format, arrival, place)) {
      any = true;
      if (place.options.signal?.aborted) throw new AccordingtoError('INTAKE_CANCELLED', { from: arrival.from });
      if (found.kind === 'rejected') yield { kind: 'refusal', from: found.from, problem: found.problem };
      else if (found.kind === 'part')
        yield* open(found.arrival, place, { as: found.as, frame: found.frame && { ...found.frame, outer: arrival } });
      else if (frame) yield await received(framed(found, frame), frame.outer, place);
      else yield await received(found, arrival, place);
    }
    if (!any) throw new AccordingtoError('INTAKE_EMPTY', { from: arrival.from });
  } catch (error) {
    yield refusalOf(arrival.from, error, name);
  }
}

const framed = (article: Article, { candidates, raw, mediaType }: Frame): Article => ({
  ...article,
  candidates: [...candidates, ...article.candidates],
  raw,
  mediaType,
});

/** One article with its identity; one without words is refused, and its neighbours stay. */
async function received(article: Article, arrival: Arrival, { options }: Workplace): Promise<Received> {
  try {
    return await receive(article, arrival, options.published ?? null);
  } catch (error) {
    return refusalOf(arrival.from, error, 'a report');
  }
}

/** The arrivals of one input, or why there is none. */
async function* arrivals(input: IntakeInput, place: Workplace): AsyncGenerator<Arrival | RefusedInput> {
  if (input.kind === 'given')
    yield arrivalOf(input.bytes, { from: input.name ?? 'what was given', fields: input.fields ?? {}, declared: input.mediaType });
  else if (input.kind === 'stdin')
    yield await arrivalOfStream(input.stream as AsyncIterable<Uint8Array | string>, { from: '-', size: null });
  else if (input.kind === 'fetched') yield arrivalOfAnswer(input.address, input.answer);
  else if (input.kind === 'address') yield await arrivalOfAddress(place.fetcher(), input.url);
  else {
    for await (const met of walk(input.path)) {
      if (met.kind === 'refused') yield { kind: 'refusal', from: met.from, problem: met.problem };
      else {
        try {
          yield await arrivalOfFile(met.path, met.size);
        } catch (error) {
          yield refusalOf(met.path, error, 'a file');
        }
      }
    }
  }
}

const nameOf = (input: IntakeInput): string => {
  if (input.kind === 'path') return input.path;
  if (input.kind === 'address') return input.url;
  if (input.kind === 'fetched') return input.address;
  return input.kind === 'stdin' ? '-' : (input.name ?? 'what was given');
};

async function* takeIn(input: IntakeInput, place: Workplace): AsyncGenerator<Received> {
  try {
    if (place.options.signal?.aborted) throw new AccordingtoError('INTAKE_CANCELLED', { from: nameOf(input) });
    for await (const arrival of arrivals(input, place)) {
      if ('kind' in arrival) yield arrival;
      else yield* open(arrival, place);
    }
  } catch (error) {
    yield refusalOf(nameOf(input), error, 'an input');
  }
}

/**
 * Intake: paths, addresses, standard input and given bytes to reports, in the order given. Nothing a document or server does
 * makes it throw; a bad input is one `refusal`, and the batch goes on.
 * @throws AccordingtoError INTAKE_ADDRESS_INVALID where `allowPrivate` names no network.
 */
export function createIntake(options: IntakeOptions = {}): Intake {
  const limits: Limits = {
    ...DEFAULT_LIMITS,
    ...options.limits,
    ...(options.maxBytes === undefined ? {} : { maxBytes: options.maxBytes }),
  };
  return async function* intake(inputs) {
    let fetcher: Fetcher | null = null;
    const place: Workplace = {
      options,
      limits,
      fetcher: () => {
        fetcher ??= createFetcher({
          maxBytes: limits.maxBytes,
          timeout: limits.fetchTimeout,
          maxRedirects: limits.maxRedirects,
          allowPrivate: options.allowPrivate,
          signal: options.signal,
        });
        return fetcher;
      },
    };
    try {
      for (const input of inputs) yield* takeIn(input, place);
    } finally {
      await (fetcher as Fetcher | null)?.close();
    }
  };
}
