import path from 'node:path';
import { KeptAnswers } from '../../checks/kept/answers.ts';
import { allChecks, runChecks, type CheckReport, type RankedFinding } from '../../checks/run.ts';
import { exportAll } from '../../exports/index.ts';
import {
  allFiles,
  readCorpus,
  UnreadableContent,
  type Corpus,
  type SourceFile,
} from '../../reading/corpus.ts';
import { withoutIndexMarks } from '../../search-index/marks.ts';
import { linkedSite } from '../../site/load.ts';
import type { MadePages, PagePath } from '../../site/made-pages.ts';
import { providedSite, provideSite, type Site } from '../../site/store.ts';
import { projectRoot } from '../command.ts';
import { withNamedTerms } from './named-terms.ts';

/** A page of the preview. */
interface Previewed {
  status: number;
  content: string;
  isHtml: boolean;
}

/**
 * The base as it is now: read, checked and linked again when a file is saved, and made into pages one by one
 * as they are asked for. While files cannot be read, or what they say cannot be linked, the last base that
 * could stays on show.
 */
export class Preview {
  readonly #content: string;
  readonly #pages: () => MadePages;
  #corpus: Corpus | undefined;
  #report: CheckReport | undefined;
  /** Why there is no content at all. */
  #unreadable: string | undefined;
  /** Whether what is on show is of before. */
  #isBehind = false;
  #paths: Promise<Map<string, PagePath>> | undefined;
  /** Pages are made one after the other: a language is that of the whole process. */
  #turn: Promise<unknown> = Promise.resolve();

  /** @param pages the modules of the pages, once they are there */
  constructor(content: string, pages: () => MadePages) {
    this.#content = content;
    this.#pages = pages;
  }

  get findings(): readonly RankedFinding[] {
    return this.#report?.findings ?? [];
  }
  get counts(): { errors: number; warnings: number } {
    const count = (rank: RankedFinding['severity']) =>
      this.findings.filter(({ severity }) => severity === rank).length;
    return { errors: count('error'), warnings: count('warning') };
  }
  get unreadable(): string | undefined {
    return this.#unreadable;
  }
  get isBehind(): boolean {
    return this.#isBehind;
  }
  get corpus(): Corpus | undefined {
    return this.#corpus;
  }

  /** Reads all of it and asks every check. */
  load(): void {
    const corpus = this.#read();
    if (corpus) this.#show(corpus, this.#checked(corpus));
  }

  /**
   * Reads what was saved, and asks the checks of those files alone: what they say of the rest of the base is
   * as it was until `checkAll` is called.
   *
   * @param files as the system names them
   */
  reload(files: readonly string[]): void {
    const before = this.#report;
    const corpus = this.#read();
    if (!corpus) return;
    const saved = allFiles(corpus).filter(({ file }) => files.includes(path.resolve(file)));
    if (!before || saved.length === 0) this.#show(corpus, this.#checked(corpus));
    else this.#show(corpus, withAnswersOf(before, saved, corpus));
  }

  /** Asks every check of everything that was read. */
  checkAll(): void {
    if (this.#corpus) this.#show(this.#corpus, this.#checked(this.#corpus));
  }

  #checked(corpus: Corpus): CheckReport {
    return runChecks(corpus, allChecks, undefined, new KeptAnswers(this.#content));
  }

  #read(): Corpus | undefined {
    try {
      this.#corpus = readCorpus(this.#content);
      this.#unreadable = undefined;
      return this.#corpus;
    } catch (error) {
      if (!(error instanceof UnreadableContent)) throw error;
      this.#unreadable = error.message;
      this.#isBehind = true;
      return undefined;
    }
  }

  #show(corpus: Corpus, report: CheckReport): void {
    this.#report = report;
    const isWhole = allFiles(corpus).every(({ data }) => data !== undefined);
    try {
      if (!isWhole) throw new Error('a file could not be read');
      provideSite(linkedSite(withNamedTerms(corpus), report, projectRoot));
      this.#isBehind = false;
      this.#paths = undefined;
    } catch {
      // The findings say what is wrong.
      this.#isBehind = true;
    }
  }

  /** The page at an address of the site; undefined where there is none. */
  async page(pathname: string): Promise<Previewed | undefined> {
    const site = providedSite();
    if (!site) return undefined;
    return this.#alone(async () => {
      const pages = this.#pages();
      this.#paths ??= pages
        .paths(site.library.base.languages)
        .then((all) => new Map(all.map((one) => [one.pathname, one])));
      const paths = await this.#paths;
      const found = paths.get(pathname);
      const asked = found ?? paths.get('/404/');
      if (!asked) return undefined;
      const { content, isHtml } = await pages.render(asked);
      return { status: found ? 200 : 404, content: isHtml ? withoutIndexMarks(content) : content, isHtml };
    });
  }

  /** A file to download, made when it is asked for; undefined where there is none. */
  async file(name: string): Promise<string | Uint8Array | undefined> {
    const site = providedSite();
    return site && this.#alone(() => fileOf(site, name));
  }

  async #alone<T>(make: () => Promise<T>): Promise<T> {
    const made = this.#turn.then(make);
    this.#turn = made.catch(() => undefined);
    return made;
  }
}

async function fileOf(
  { library, version, report, ...state }: Site,
  name: string,
): Promise<string | Uint8Array | undefined> {
  const files = exportAll(library, version, report.findings, state);
  return files.find((file) => file.path === name || ('alsoAt' in file && file.alsoAt === name))?.content;
}

/** A report in which the findings in some files are those of now. */
function withAnswersOf(
  before: CheckReport,
  saved: readonly SourceFile<unknown>[],
  corpus: Corpus,
): CheckReport {
  const names = new Set(saved.map(({ file }) => file));
  const anew = saved.map((source) => runChecks(corpus, allChecks, { source, path: [] }));
  const findings = [
    ...before.findings.filter(({ file }) => !names.has(file)),
    ...anew.flatMap((one) => one.findings.filter(({ file }) => names.has(file))),
  ];
  return {
    ...before,
    findings,
    asked: new Map([...before.asked, ...anew.flatMap(({ asked }) => [...asked])]),
  };
}
