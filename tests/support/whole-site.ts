import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { filesOf, LinkAudit, type BrokenLink } from '../../src/checks/built-links.ts';
import { SearchIndex } from '../../src/search-index/build.ts';
import type { SearchContent } from '../../src/search-index/entities.ts';

/** The links of a built site that lead nowhere; a build notes them page by page instead. */
export function auditLinks(folder: string, basePath = ''): BrokenLink[] {
  const audit = new LinkAudit(basePath);
  const files = filesOf(folder);
  for (const name of files.filter((file) => file.endsWith('.html')))
    audit.add(name, fs.readFileSync(path.join(folder, name), 'utf8'));
  return audit.broken(files);
}

/** Indexes the pages of a built site; a build does so page by page instead. */
export function buildSearchIndex(siteFolder: string, content: SearchContent): { pages: number } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'search-'));
  try {
    const search = new SearchIndex(folder);
    for (const page of filesOf(siteFolder)
      .filter((name) => name.endsWith('.html'))
      .sort())
      search.add(page, fs.readFileSync(path.join(siteFolder, page), 'utf8'));
    return search.write(siteFolder, () => content);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}
