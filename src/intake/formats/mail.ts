import { AccordingtoError } from '../../model/index.ts';
import { arrivalOf, bytesOf } from '../arrival.ts';
import { isBinary } from '../encoding/binary.ts';
import { declaredIn, decode } from '../encoding/decode.ts';
import { readPage } from '../html/page.ts';
import type { Limits } from '../limits.ts';
import { candidatesFrom } from './candidates.ts';
import type { Article, Format, Found } from './format.ts';
import { decodedWords, leaves, type MimePart, parseMime } from './mime.ts';
import { tidyPlain } from './plain.ts';

const HEADER =
  /^(?:(?:from|to|subject|date|received|return-path|message-id|mime-version|delivered-to|reply-to|content-type|x-[\w-]+|dkim-signature|snapshot-content-location)\s*:.*\r?\n(?:[ \t].*\r?\n)*){2,}/i;
/** The line before a mail: its sender and when it came, as `ctime` writes it. */
const ENVELOPE = 'From \\S{1,200} {1,2}\\w{3} \\w{3} [ \\d]\\d \\d\\d:\\d\\d.{0,30}\\r?\\n';
const MBOX = new RegExp(`^${ENVELOPE}`);
const BETWEEN = new RegExp(`^${ENVELOPE}`, 'm');
const ATTACHED = /^(?:text\/(?:plain|html)|application\/(?:pdf|rtf|msword|zip|vnd\.(?:openxml|oasis)\S*)|message\/rfc822)/;

/** What somebody answers to, and what stands below it: not the sender's words. */
const QUOTED =
  /\n(?:On .{5,200} wrote:|Am .{5,200} schrieb .{0,100}:|Le .{5,200} a écrit\s?:|-{2,} ?Original Message ?-{2,}|_{10,}\n+From: ).*$/s;
const unquoted = (text: string): string => tidyPlain(text.replace(QUOTED, '').replace(/^>.*$/gm, ''));

const partText = (part: MimePart, from: string): string =>
  decode(part.bytes, { from, header: part.charset, document: part.type === 'text/html' ? declaredIn(part.bytes) : null }).text;

/** The article of a mail: its plain words, else its page; a page saved as MHTML is its first page. */
function articleOf(mail: MimePart, raw: Uint8Array, from: string, limits: Limits): Article | null {
  const shown = leaves(mail).filter((part) => !part.isAttachment);
  const location = mail.headers.get('snapshot-content-location') ?? null;
  const html = shown.find((part) => part.type === 'text/html');
  const plain = location ? undefined : shown.find((part) => part.type === 'text/plain');
  const words = decodedWords(mail.headers.get('from') ?? '');
  const own = candidatesFrom('mail', {
    title: decodedWords(mail.headers.get('subject') ?? ''),
    published: mail.headers.get('date'),
    byline: location ? null : words.replace(/<[^>]*>/, '').replace(/^"|"\s*$/g, ''),
    url: location,
  });
  const shared = { kind: 'article', raw, mediaType: location ? 'multipart/related' : 'message/rfc822', warnings: [] } as const;
  const text = plain ? unquoted(partText(plain, from)) : '';
  if (text) return { ...shared, text, candidates: own };
  if (!html) return null;
  const page = readPage(partText(html, from), { url: location, from, maxElements: limits.maxElements, maxNesting: limits.maxNesting });
  // What a saved page says of itself comes before when it was saved; a mail's own head before what its page says.
  return {
    ...shared,
    text: page.text,
    candidates: location ? [...page.candidates, ...own] : [...own, ...page.candidates],
    warnings: page.warnings,
  };
}

function* mailOf(source: string, from: string, depth: number, limits: Limits): Generator<Found> {
  const mail = parseMime(source, from);
  const article = articleOf(mail, Buffer.from(source, 'latin1'), from, limits);
  if (article) yield article;
  const attached = leaves(mail).filter((part) => part.isAttachment && ATTACHED.test(part.type));
  for (const [i, part] of attached.entries()) {
    const name = `${from}!${part.name ?? i + 1}`;
    yield { kind: 'part', arrival: arrivalOf(part.bytes, { from: name, headers: { 'content-type': part.type }, depth: depth + 1 }) };
  }
  if (!article && attached.length === 0) throw new AccordingtoError('INTAKE_NO_ARTICLE', { from });
}

/** Mail, one (EML) or many (mbox), with what is attached to it; and pages saved as MHTML, which are mail inside. */
export const mail: Format = {
  name: 'mail',
  describes: 'mail (EML, mbox) with its attachments; pages saved as MHTML',
  mediaType: 'message/rfc822',
  extensions: ['.eml', '.mbox', '.mhtml', '.mht'],
  streams: false,
  apart: true,
  recognises: ({ head }) => {
    const start = Buffer.from(head.subarray(0, 4096)).toString('latin1').trimStart();
    return (
      !isBinary(head) && (MBOX.test(start) || (HEADER.test(start) && /^(?:from|date|subject|message-id|mime-version)\s*:/im.test(start)))
    );
  },
  async *read(arrival, { limits }) {
    const source = Buffer.from(await bytesOf(arrival, limits.maxBytes))
      .toString('latin1')
      .trimStart();
    const mails = MBOX.test(source) ? source.split(BETWEEN).slice(1) : [source];
    for (const [i, one] of mails.entries()) {
      const from = mails.length > 1 ? `${arrival.from}#${i + 1}` : arrival.from;
      try {
        yield* mailOf(one, from, arrival.depth, limits);
      } catch (error) {
        if (!(error instanceof AccordingtoError) || mails.length === 1) throw error;
        yield { kind: 'rejected', from, problem: error.problem };
      }
    }
  },
};
