import { AccordingtoError } from '../../model/index.ts';
import { arrivalOf, bytesOf } from '../arrival.ts';
import { isBinary } from '../encoding/binary.ts';
import { declaredIn, decode } from '../encoding/decode.ts';
import { readPage } from '../html/page.ts';
import type { Limits } from '../limits.ts';
import { candidatesFrom } from './candidates.ts';
import type { Article, Format, Found } from './format.ts';
import { type PassedOn, parted, unquotedPage } from './mail-quoted.ts';
import { decodedWords, leaves, type MimePart, parseMime } from './mime.ts';

const HEADER =
  /^(?:(?:from|to|subject|date|received|return-path|message-id|mime-version|delivered-to|reply-to|content-type|x-[\w-]+|dkim-signature|snapshot-content-location)\s*:.*\r?\n(?:[ \t].*\r?\n)*){2,}/i;
/** The line before a mail: its sender and when it came, as `ctime` writes it. */
const ENVELOPE = 'From \\S{1,200} {1,2}\\w{3} \\w{3} [ \\d]\\d \\d\\d:\\d\\d.{0,30}\\r?\\n';
const MBOX = new RegExp(`^${ENVELOPE}`);
const BETWEEN = new RegExp(`^${ENVELOPE}`, 'm');
const ATTACHED = /^(?:text\/(?:plain|html)|application\/(?:pdf|rtf|msword|zip|vnd\.(?:openxml|oasis)\S*)|message\/rfc822)/;

const partText = (part: MimePart, from: string): string =>
  decode(part.bytes, { from, header: part.charset, document: part.type === 'text/html' ? declaredIn(part.bytes) : null }).text;

const nameIn = (from: string): string =>
  decodedWords(from)
    .replace(/<[^>]*>|\[mailto:[^\]]*\]/g, '')
    .replace(/^"|"\s*$/g, '');

/** What a mail passes on, as an article; its own bytes are its text, so that it differs from the mail by its hash. */
function passedOnArticle({ from, date, subject, text }: PassedOn, raw: Uint8Array | null): Article {
  const candidates = candidatesFrom('passed-on mail', { title: subject, published: date, byline: from && nameIn(from) });
  return {
    kind: 'article',
    text,
    candidates,
    warnings: [],
    raw: raw ?? Buffer.from(text),
    mediaType: raw ? 'message/rfc822' : 'text/plain',
  };
}

/** The articles of a mail: its plain words and what they pass on, else its page; a page saved as MHTML is its first page. */
function articlesOf(mail: MimePart, raw: Uint8Array, from: string, limits: Limits): readonly Article[] {
  const shown = leaves(mail).filter((part) => !part.isAttachment);
  const location = mail.headers.get('snapshot-content-location') ?? null;
  const html = shown.find((part) => part.type === 'text/html');
  const plain = location ? undefined : shown.find((part) => part.type === 'text/plain');
  const subject = decodedWords(mail.headers.get('subject') ?? '');
  const own = candidatesFrom('mail', {
    title: subject,
    published: mail.headers.get('date'),
    byline: location ? null : nameIn(mail.headers.get('from') ?? ''),
    url: location,
  });
  const shared = { kind: 'article', raw, mediaType: location ? 'multipart/related' : 'message/rfc822', warnings: [] } as const;
  const { own: text, passedOn } = plain ? parted(partText(plain, from), subject) : { own: '', passedOn: null };
  const another = passedOn?.text ? passedOnArticle(passedOn, text ? null : raw) : null;
  if (text && another)
    return [
      { ...shared, text, candidates: own },
      { ...another, part: 2 },
    ];
  if (text) return [{ ...shared, text, candidates: own }];
  if (another) return [{ ...another, candidates: [...another.candidates, ...own] }];
  if (!html) return [];
  const source = location ? partText(html, from) : unquotedPage(partText(html, from), subject);
  const page = readPage(source, { url: location, from, maxElements: limits.maxElements, maxNesting: limits.maxNesting });
  // What a saved page says of itself comes before when it was saved; a mail's own head before what its page says.
  const candidates = location ? [...page.candidates, ...own] : [...own, ...page.candidates];
  return [{ ...shared, text: page.text, candidates, warnings: page.warnings }];
}

function* mailOf(source: string, from: string, depth: number, limits: Limits): Generator<Found> {
  const mail = parseMime(source, from);
  const articles = articlesOf(mail, Buffer.from(source, 'latin1'), from, limits);
  yield* articles;
  const attached = leaves(mail).filter((part) => part.isAttachment && ATTACHED.test(part.type));
  for (const [i, part] of attached.entries()) {
    const name = `${from}!${part.name ?? i + 1}`;
    yield { kind: 'part', arrival: arrivalOf(part.bytes, { from: name, headers: { 'content-type': part.type }, depth: depth + 1 }) };
  }
  if (articles.length === 0 && attached.length === 0) throw new AccordingtoError('INTAKE_NO_ARTICLE', { from });
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
