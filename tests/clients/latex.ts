import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * The smallest set of Debian and Ubuntu packages that has both clients: 134 MB to fetch, 356 MB on disk.
 * biblatex is in the second, its etoolbox in the third; natbib, plain.bst and unsrtnat.bst come with them.
 */
export const packages = 'biber texlive-bibtex-extra texlive-latex-recommended';

/** Programs that are not on this machine. */
export const missing = ['biber', 'bibtex', 'pdflatex'].filter(
  (name) => spawnSync(name, ['--version']).status !== 0,
);

/** A directory of its own with the library in it as library.bib. */
export function workshop(bib: string): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'allmanac-bibtex-'));
  writeFileSync(path.join(directory, 'library.bib'), bib);
  return directory;
}

/** Runs a program; its exit status is left to what its log says. */
export function run(directory: string, program: string, ...args: string[]): void {
  const { error } = spawnSync(program, args, { cwd: directory, timeout: 600_000 });
  if (error) throw error;
}

/** Typesets all entries, client and all, as often as LaTeX wants it. */
export function typeset(
  directory: string,
  preamble: string,
  bibliography: string,
  client: 'biber' | 'bibtex',
): void {
  const bib = readFileSync(path.join(directory, 'library.bib'), 'utf8');
  const text = [
    '\\documentclass{article}',
    preamble,
    fontless(bib),
    '\\begin{document}\\nocite{*}',
    bibliography,
    '\\end{document}',
  ];
  writeFileSync(path.join(directory, 'paper.tex'), text.join('\n'));
  // What an earlier style or client left behind would be read first.
  for (const left of ['aux', 'bbl', 'blg', 'log'])
    rmSync(path.join(directory, `paper.${left}`), { force: true });
  const latex = (...more: string[]): void =>
    run(directory, 'pdflatex', '-interaction=nonstopmode', ...more, 'paper.tex');
  latex('-draftmode');
  run(directory, client, 'paper');
  latex('-draftmode');
  latex();
}

/**
 * These packages have fonts for Latin letters only. Every other letter prints as its number, so that pdfLaTeX
 * reads the file to its end; signs that pdfLaTeX should know are not among them.
 */
function fontless(bib: string): string {
  const other =
    /\p{Lo}|\p{M}|\p{sc=Cyrillic}|\p{Emoji_Presentation}|[\u3000-\u303f\uff00-\uffef\u1e00-\u1effĐđ]/gu;
  const codes = [...new Set(bib.match(other))].map((one) =>
    one.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0'),
  );
  return codes.map((code) => `\\DeclareUnicodeCharacter{${code}}{[${code}]}`).join('\n');
}

/** The lines of a log that complain, in the words of biber, BibTeX and LaTeX. */
export function complaints(directory: string, log: string): string[] {
  const text = readFileSync(path.join(directory, log), 'latin1');
  return text
    .split('\n')
    .filter((line) =>
      /^!|WARN -|ERROR -|^Warning--|Warning:|^\(There w.* error message|Missing character/.test(line),
    );
}
