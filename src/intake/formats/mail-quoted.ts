import { tidyPlain } from './plain.ts';

/**
 * What somebody answers to, and what stands below it: not the sender's words. "On Tuesday the ministry wrote:" is the sender's; of a mail's
 * own line an address is part, or marks of quotation follow.
 */
const ANSWERED =
  /\n[ \t]*(?:(?:On|Am|Le|El|Il|Op|Em) (?=.{0,300}?(?:@|<|:\s*\n\s*>)).{5,200}?(?:wrote|schrieb.{0,100}?|a écrit\s?|escribió|ha scritto|schreef.{0,100}?|escreveu):[ \t]*\n|-{2,} ?(?:Original Message|Ursprüngliche Nachricht|Message d'origine|Mensaje original|Messaggio originale|Oorspronkelijk bericht|Mensagem original) ?-{2,}|_{10,}\n+(?:From|Von|De|Da|Van): )/s;

/** What somebody passes on, by the line before it. */
const PASSED_ON =
  /(?:^|\n)[ \t>]*(?:-{4,} ?(?:Forwarded message|Weitergeleitete Nachricht|Message transféré|Mensaje reenviado|Messaggio inoltrato|Doorgestuurd bericht|Mensagem encaminhada) ?-{4,}|(?:Begin forwarded message|Anfang der weitergeleiteten Nachricht|Début du message (?:réexpédié|transféré)|Inizio messaggio inoltrato)\s?:)[ \t]*\n/i;
const PASSED_ON_SUBJECT = /^(?:fwd?|wg|tr|rv|i|enc|doorst)\s?:/i;

/** Names of the lines that stand before what is passed on or answered. */
const HEAD: Readonly<Record<'from' | 'date' | 'subject' | 'to', RegExp>> = {
  from: /^(?:From|Von|De|Da|Van|Fra|Från)$/i,
  date: /^(?:Date|Sent|Datum|Gesendet|Envoyé|Fecha|Enviado|Data|Inviato|Verzonden|Sendt|Skickat)$/i,
  subject: /^(?:Subject|Betreff|Objet|Asunto|Oggetto|Onderwerp|Assunto|Emne|Ämne)$/i,
  to: /^(?:To|An|À|A|Para|Aan|Til|Till|Cc|Kopie|Reply-To)$/i,
};
const LINE = /^[ \t>]*\*?([\p{L}-]{1,20}) ?:\*?[ \t]*(.{0,500})$/u;
const MOST_LINES = 12;

/** Another's mail inside one. */
export interface PassedOn {
  readonly from: string | null;
  readonly date: string | null;
  readonly subject: string | null;
  readonly text: string;
}

/** A mail's text: its sender's words, and what of another's it passes on. What it only answers to is neither. */
export interface Parted {
  readonly own: string;
  readonly passedOn: PassedOn | null;
}

const unquoted = (text: string): string => {
  const answered = ANSWERED.exec(`\n${text}`);
  const own = answered ? text.slice(0, Math.max(0, answered.index)) : text;
  return tidyPlain(own.replace(/^>.*$/gm, ''));
};

/** The head of another's mail at the beginning of a text, and where its words begin; null where there is none. */
function headIn(text: string): { readonly fields: Partial<Record<keyof typeof HEAD, string>>; readonly end: number } | null {
  const fields: Partial<Record<keyof typeof HEAD, string>> = {};
  let at = 0;
  for (let line = 0; line < MOST_LINES && at < text.length; line++) {
    const end = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);
    const written = text.slice(at, end);
    const [, name = '', value = ''] = LINE.exec(written) ?? [];
    const field = (Object.keys(HEAD) as (keyof typeof HEAD)[]).find((one) => HEAD[one].test(name));
    const isBlank = written.replace(/[>\s]/g, '') === '';
    if (field) fields[field] ??= value.trim();
    else if (!isBlank || fields.from) break;
    at = end + 1;
  }
  return fields.from && (fields.date || fields.subject) ? { fields, end: at } : null;
}

/** Where a mail's head stands in the middle of a text, as Outlook puts it, without a line before it. */
function headLine(text: string): number {
  for (const { index } of text.matchAll(/(?<=\n)[ \t>]*\*?(?:From|Von|De|Da|Van):\*? \S/g)) if (headIn(text.slice(index))) return index;
  return headIn(text) ? 0 : -1;
}

/** Quotation marks of mail before every line, taken off. */
const unmarked = (text: string): string => {
  const lines = text.split('\n').filter((line) => line.trim());
  return lines.length > 0 && lines.every((line) => line.startsWith('>')) ? text.replace(/^> ?/gm, '') : text;
};

/** A mail's text in its parts, by its lines and its subject. */
export function parted(written: string, subject: string): Parted {
  const text = written.replace(/\r\n?/g, '\n');
  const line = PASSED_ON.exec(text);
  const begins = line ? line.index : headLine(text);
  if (begins < 0) return { own: unquoted(text), passedOn: null };
  const own = unquoted(text.slice(0, begins).replace(/\n[_-]{10,}\s*$/, ''));
  const rest = unmarked(text.slice(line ? line.index + line[0].length : begins));
  const head = headIn(rest);
  // An answer carries what it answers to in the same way.
  if (!line && !PASSED_ON_SUBJECT.test(subject.trim())) return { own, passedOn: null };
  const { from = null, date = null, subject: title = null } = head?.fields ?? {};
  return { own, passedOn: { from, date, subject: title, text: unquoted(rest.slice(head?.end ?? 0)) } };
}

/** A mail's page without what it answers to. What it passes on stays: nobody can tell its head from its words. */
export const unquotedPage = (html: string, subject: string): string =>
  PASSED_ON_SUBJECT.test(subject.trim())
    ? html
    : html
        .replace(/<div\b[^>]{0,300}\bid=["']?(?:divRplyFwdMsg|appendonsend|x?_?mail-editor-reference-message-container)[\s\S]*$/i, '')
        .replace(/<blockquote\b(?=[^>]{0,500}\btype=["']?cite)/gi, '<blockquote hidden ')
        .replace(
          /<div\b(?=[^>]{0,500}\bclass=["']?[^"'>]{0,200}(?:gmail_quote|yahoo_quoted|moz-cite-prefix|protonmail_quote))/gi,
          '<div hidden ',
        );
