import path from 'node:path';
import { need } from '../../model/need.ts';
import type { RankedFinding } from '../../checks/run.ts';
import { collections } from '../../model/collections.ts';
import { placeOf, explanationOf } from '../../views/findings.ts';
import { providedSite } from '../../site/store.ts';
import { englishPath } from '../../i18n/locale.ts';

/** A finding as the panel of the preview shows it. */
interface PanelFinding {
  severity: string;
  code: string;
  message: string;
  /** `content/trials/x.mdx:12:3`. */
  place: string;
  /** Opens an editor there. */
  opens: string;
  found?: string | undefined;
  expected?: string | undefined;
  fix: string;
  /** Where the check is explained. */
  why: string;
  /** The page of what it is about, with the anchor of the figure. */
  about?: string | undefined;
  /** The anchor alone, where it is on the page that is shown. */
  anchor?: string | undefined;
}

/**
 * How an editor is asked to open a file: an address with {file}, which begins with a slash, {line} and
 * {column}.
 */
export const defaultEditor = 'vscode://file{file}:{line}:{column}';

export function opensAt(
  editor: string,
  file: string,
  { line = 1, column = 1 }: { line?: number; column?: number },
): string {
  const full = path
    .resolve(file)
    .replaceAll(path.sep, '/')
    .replace(/^(?!\/)/, '/');
  const parts: Record<string, string> = { file: encodeURI(full), line: String(line), column: String(column) };
  return editor.replace(/\{(file|line|column)\}/g, (_, name: string) => need(parts[name]));
}

/** The entry whose page stands at an address: `trials/ID`; undefined for a page of none. */
function entryAt(pathname: string): string | undefined {
  const [, collection, id] = /^\/([a-z]+)\/([a-z0-9-]+)\//.exec(englishPath(pathname)) ?? [];
  return collections.some((one) => one === collection) && id !== undefined
    ? `${collection}/${id}`
    : undefined;
}

/** What the panel shows on a page: all of its own entry, and of other entries what stops a build. */
export function findingsOn(
  pathname: string,
  findings: readonly RankedFinding[],
  editor: string,
): PanelFinding[] {
  const entry = entryAt(pathname);
  return findings
    .filter(
      (one) =>
        one.severity === 'error' || (entry === undefined ? one.severity === 'warning' : one.entry === entry),
    )
    .sort(
      (a, b) =>
        ranks.indexOf(a.severity) - ranks.indexOf(b.severity) ||
        Number(b.entry === entry) - Number(a.entry === entry),
    )
    .map((one) => panelFinding(one, pathname, editor));
}

const ranks = ['error', 'warning', 'note'];

function panelFinding(finding: RankedFinding, pathname: string, editor: string): PanelFinding {
  const { severity, code, message, file, line, column, actual, expected, help, fact } = finding;
  const site = providedSite();
  const about = site && placeOf(site, finding).path;
  const isHere = finding.entry !== undefined && finding.entry === entryAt(pathname);
  return {
    severity,
    code,
    message,
    place: line === undefined ? file : `${file}:${line}:${column}`,
    opens: opensAt(editor, file, {
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
    }),
    found: actual,
    expected,
    fix: help,
    why: explanationOf(code),
    about,
    anchor: isHere ? fact : undefined,
  };
}
