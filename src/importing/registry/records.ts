import type { Separator } from '../../reading/csv.ts';
import { withoutTraces } from '../../reading/without-traces.ts';
import { withHead } from '../with-head.ts';
import { exportRows, recordOfRow, separatorOf } from './csv-record.ts';
import { jsonItems } from './json-items.ts';
import { lettersOf, textOf, wholeText } from './letters.ts';
import { recordOf } from './protocol.ts';
import type { StudyRecord } from './record.ts';
import { NoStudy, RefusedRecord } from './refused.ts';
import { isTextRecord, recordOfText } from './text-record.ts';
import { isXmlStudy, xmlStudies } from './xml-study.ts';

/** What was found in a file: a record with the text it was made of, or what is to be said. */
export type FoundRecord =
  | { kind: 'record'; record: StudyRecord; place: string; source: string }
  /** No entry can be made of it; a fault of the file where `isFault`. */
  | { kind: 'refused'; place: string; reason: string; isFault: boolean }
  | { kind: 'said'; text: string };

/**
 * The records of a file, one at a time. Its beginning shows what the file is: JSON of the API, an export as
 * CSV, or the text of a record.
 */
export function* recordsIn(file: string): Generator<FoundRecord> {
  const letters = lettersOf(file);
  let start = '';
  for (const piece of textOf(file, letters)) {
    start += piece;
    if (start.trim() !== '') break;
  }
  if (/^[[{]/.test(start.trimStart())) {
    yield* jsonRecords(textOf(file, letters));
    return;
  }
  const { head, all } = withHead(textOf(file, letters), headLength);
  const separator = separatorOf(head);
  if (separator) {
    yield* csvRecords(all, separator);
    return;
  }
  if (isXmlStudy(head)) {
    yield* xmlRecords(all);
    return;
  }
  if (hasEntities(head)) {
    yield { kind: 'refused', place: 'the file', reason: entitiesReason, isFault: true };
    return;
  }
  const text = wholeText(file);
  if (isTextRecord(text)) yield* made('the text', text, () => recordOfText(text));
  else
    yield {
      kind: 'refused',
      place: 'the file',
      reason:
        text.trim() === ''
          ? 'it is empty'
          : 'it is no JSON of the API v2 of ClinicalTrials.gov, no CSV with a column NCT Number, none of the older XML (clinical_study), and no text of a record',
      isFault: true,
    };
}

/** The names of all columns stand in it. */
const headLength = 20_000;

/** A DOCTYPE that defines entities: one may name other files, or grow without end. */
const hasEntities = (head: string) => /^\s*<(?:[?!](?!DOCTYPE)[^>]*>\s*<)*!DOCTYPE\s[^>[]*\[/i.test(head);
const entitiesReason =
  'it is XML with a DOCTYPE that defines entities, which is not read: no record of the registry has one, and it may name other files or grow without end; take <!DOCTYPE …> away, or fetch the record anew';

function* jsonRecords(pieces: Iterable<string>): Generator<FoundRecord> {
  let place = 0;
  let pages: { token?: string; total?: string } = {};
  for (const found of jsonItems(pieces)) {
    if (found.kind === 'page') {
      pages = {
        ...pages,
        ...(found.key === 'nextPageToken' ? { token: found.value } : { total: found.value }),
      };
    } else if (found.kind === 'fault') {
      yield {
        kind: 'refused',
        place: `line ${found.line}, column ${found.column}`,
        reason: `no JSON: ${found.message}; what comes behind it is not read`,
        isFault: true,
      };
    } else {
      place += 1;
      const where = `record ${place} (line ${found.line})`;
      const { text } = found;
      yield* made(where, text, () => {
        const study = parsed(text);
        return recordOf(study);
      });
    }
  }
  if (place === 0) yield { kind: 'said', text: 'the file has no record' };
  if (pages.token !== undefined || (pages.total !== undefined && Number(pages.total) > place))
    yield {
      kind: 'said',
      text: `this is one page of a search${pages.total === undefined ? '' : ` of ${pages.total} studies in all`}; the others are in further pages`,
    };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new RefusedRecord(`no JSON: ${(error as Error).message.split('\n')[0] ?? ''}`);
  }
}

function* csvRecords(pieces: Iterable<string>, separator: Separator): Generator<FoundRecord> {
  let count = 0;
  for (const row of exportRows(pieces, separator)) {
    count += 1;
    if ('fault' in row)
      yield {
        kind: 'refused',
        place: `line ${row.line}`,
        reason: `no row of a table: ${row.fault}`,
        isFault: true,
      };
    else yield* made(`line ${row.line}`, JSON.stringify([...row.cells]), () => recordOfRow(row));
  }
  if (count === 0) yield { kind: 'said', text: 'the file has no record' };
}

function* xmlRecords(pieces: Iterable<string>): Generator<FoundRecord> {
  for (const found of xmlStudies(pieces)) {
    if ('fault' in found)
      yield {
        kind: 'refused',
        place: `line ${found.line}`,
        reason: `the XML is broken (${found.fault})`,
        isFault: true,
      };
    else yield* made(`line ${found.line}`, JSON.stringify(found.study), () => recordOf(found.study));
  }
}

function* made(place: string, source: string, make: () => StudyRecord): Generator<FoundRecord> {
  try {
    yield { kind: 'record', record: withoutTraces(make), place, source };
  } catch (error) {
    if (!(error instanceof RefusedRecord || error instanceof NoStudy)) throw error;
    yield { kind: 'refused', place, reason: error.message, isFault: error instanceof RefusedRecord };
  }
}
