import { citeWords as words } from '../../i18n/cite.ts';
import type { FormatId } from '../../citations/styles.ts';
import { titleToTex } from '../../citations/title.ts';
import type { CiteBox } from './box.ts';
import { saveAs } from './client.ts';
import { joined, recordsOf } from '../../citations/records.ts';
import { need, valueIn } from '../../model/need.ts';
import { part } from '../elements.ts';
import styles from '../../styles/cite-dialog.css?url';
import { withStyles } from '../styles.ts';

/** A figure of the entry on this page, as a work to cite. */
interface Figure {
  key: string;
  title: string;
  url: string;
  /** Key of the work that reports it. */
  report: string;
}

/** The entry that it is part of, in whose citation the figure takes the place of the title. */
interface Entry {
  key: string;
  title: string;
  url: string;
}

/** Opens the citation of a figure in every style and format, made from that of its entry. */
export function citeFigure(link: HTMLAnchorElement, page: CiteBox): void {
  const source = part(page, '.work[data-key]');
  const { key, title, url } = source.dataset;
  const entry: Entry = { key: need(key), title: need(title), url: need(url) };
  const card = need(link.closest('[popover]'));
  const outcome = card.id.replace('_from-', '');
  const figure: Figure = {
    key: `${entry.key.replace(/^trial-/, 'fact-')}-${outcome}`,
    title: link.dataset.title ?? `${source.dataset.name}: ${statement(card)}`,
    url: `${entry.url}#${outcome}`,
    report: need(link.dataset.report),
  };

  // A clone of a custom element is made by its constructor.
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
  const box = page.cloneNode(false) as CiteBox;
  box.dataset.key = figure.key;
  const fieldset = part<HTMLFieldSetElement>(page, 'fieldset').cloneNode(true) as HTMLElement;
  // A group of radio buttons of its own.
  for (const input of fieldset.querySelectorAll('input')) input.name = 'cite-style-figure';
  box.append(fieldset, workOf(source, figure, entry));
  box.textOf = async (_, format) => {
    const response = await fetch(part<HTMLAnchorElement>(source, `a[data-format=${format}]`).href);
    if (!response.ok) throw new Error(response.statusText);
    return ofFigure(await response.text(), format, figure, entry);
  };
  for (const file of box.querySelectorAll<HTMLAnchorElement>('a[data-format]')) {
    file.addEventListener('click', (event) => void download(event, file, box));
  }
  void withStyles(styles).then(() => open(box, link));
}

/** What a provenance card states, in the words of `factTitle` of evidence/citable.ts. */
function statement(card: Element): string {
  const label = need(card.closest<HTMLElement>('[data-endpoint]')).dataset.endpoint;
  const value = part(card, 'b');
  const read = card.querySelector<HTMLElement>('[data-read]')?.dataset.read;
  const stated = `stated by ${part(card, 'p a').textContent}${read ? `, ${read}` : ''}`;
  return `${label}, ${value.textContent}${value.className === 'computed' ? ' (computed)' : ''}, ${stated}`;
}

/** The figure that opens a card: `browser/cards/card.ts` puts the card behind it. */
const openerOf = (card: Element | null) => card?.previousElementSibling as HTMLElement | null | undefined;

/** The part of a box that shows one work, filled with the figure. */
function workOf(source: HTMLElement, figure: Figure, entry: Entry): HTMLElement {
  const work = source.cloneNode(true) as HTMLElement;
  part<HTMLHeadingElement>(work, 'h3').textContent = figure.title;
  for (const citation of work.querySelectorAll('.citation')) {
    const texts = document.createTreeWalker(citation, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      text.nodeValue = (text.nodeValue ?? '')
        .replace(entry.title, () => figure.title)
        .replace(entry.url, () => figure.url);
    }
  }
  const noun = words.nouns.figure;
  part(work, '[data-copy]').textContent = words.copy(noun);
  part<HTMLPreElement>(work, 'pre').ariaLabel = words.file(noun);
  part(work, '[role=status]').textContent = '';
  for (const file of work.querySelectorAll('a')) file.ariaLabel = words.format(file.textContent.trim(), noun);
  return work;
}

/** The file of an entry and its reports → that of a figure of it and the report that states it. */
function ofFigure(file: string, format: FormatId, figure: Figure, entry: Entry): string {
  const records = recordsOf(file, format);
  const own = valueIn(records, entry.key);
  return joined([recordOf(own, format, figure, entry), valueIn(records, figure.report)], format);
}

function recordOf(record: string, format: FormatId, { key, title, url }: Figure, entry: Entry): string {
  if (format === 'json')
    return JSON.stringify({ ...(JSON.parse(record) as object), id: key, title, URL: url }, null, 2);
  if (format === 'ris')
    return record.replace(
      /^(ID|TI|UR) {2}- .*$/gm,
      (_, tag: string) => `${tag}  - ${{ ID: key, TI: title, UR: url }[tag]}`,
    );
  return record
    .replace(`{${entry.key},`, () => `{${key},`)
    .replace(/^ {2}title = .*$/m, () => `  title = {${titleToTex(title)}},`)
    .replace(/^ {2}url = .*$/m, () => `  url = {${url}},`);
}

async function download(event: Event, link: HTMLAnchorElement, box: CiteBox): Promise<void> {
  event.preventDefault();
  const format = link.dataset.format as FormatId;
  saveAs(need(box.dataset.key), await box.textOf(need(link.closest<HTMLElement>('.work')), format), format);
}

function open(box: CiteBox, link: HTMLAnchorElement): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'cite-dialog';
  dialog.ariaLabel = words.figure;
  const header = document.createElement('header');
  const heading = document.createElement('h2');
  heading.textContent = words.figure;
  const close = document.createElement('button');
  close.className = 'button';
  close.type = 'button';
  close.textContent = words.close;
  close.addEventListener('click', () => dialog.close());
  header.append(heading, close);
  dialog.append(header, box);
  // The card is closed by then; its figure is not.
  const figure = openerOf(link.closest('[popover]'));
  dialog.addEventListener('close', () => {
    dialog.remove();
    figure?.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
}
