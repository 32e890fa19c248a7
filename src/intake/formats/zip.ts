import { AccordingtoError } from '../../model/index.ts';
import { arrivalOf, bytesOf } from '../arrival.ts';
import type { Format } from './format.ts';
import { office, officeOf } from './office.ts';
import { membersOf } from './zipfile.ts';

/** ZIPs that are something else, and not read. */
const OTHERS: readonly { readonly member: string; readonly what: string }[] = [
  { member: 'META-INF/container.xml', what: 'a book (EPUB)' },
  { member: 'xl/workbook.xml', what: 'a spreadsheet (XLSX)' },
  { member: 'ppt/presentation.xml', what: 'a presentation (PPTX)' },
  { member: 'AndroidManifest.xml', what: 'a program (APK)' },
];

/** What archives carry beside what they are made of. */
const BESIDE = /(?:^|\/)(?:__MACOSX\/|\.[^./]|Thumbs\.db$|desktop\.ini$)/;

/** ZIP: a DOCX or ODT is handed on as one; of a WACZ its WARCs are read; of any other archive all that is in it. */
export const zip: Format = {
  name: 'zip',
  describes: 'ZIP archives of any of these; web archives (WACZ)',
  mediaType: 'application/zip',
  extensions: ['.zip', '.wacz'],
  streams: false,
  apart: false,
  recognises: ({ head }) => head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6)),
  async *read(arrival, { limits }) {
    const { from, depth } = arrival;
    const bytes = await bytesOf(arrival, limits.maxBytes);
    const members = membersOf(bytes, limits, from);
    const other = OTHERS.find(({ member }) => members.some(({ name }) => name === member));
    if (other) throw new AccordingtoError('INTAKE_UNSUPPORTED', { from, what: other.what });
    if (officeOf(members)) {
      yield { kind: 'part', arrival: arrivalOf(bytes, arrival), as: office };
      return;
    }
    const isWacz = members.some(({ name }) => name === 'datapackage.json') && members.some(({ name }) => name.startsWith('archive/'));
    for (const member of members) {
      if (BESIDE.test(member.name) || (isWacz && !member.name.startsWith('archive/'))) continue;
      const name = `${from}!${member.name}`;
      try {
        yield { kind: 'part', arrival: arrivalOf(member.bytes(), { from: name, depth: depth + 1 }) };
      } catch (error) {
        if (!(error instanceof AccordingtoError)) throw error;
        yield { kind: 'rejected', from: name, problem: error.problem };
      }
    }
  },
};
