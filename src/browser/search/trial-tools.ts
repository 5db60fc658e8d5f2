import { localPath, sitePath } from '../../i18n/locale.ts';
import { searchWords as words } from '../../i18n/search-words.ts';
import { csvText } from '../../model/csv.ts';
import type { Hit } from '../../search-index/query/search.ts';
import { resultsOf } from './answer.ts';
import { engine } from './engine.ts';
import { make } from './render.ts';

/** So many arms can be seen side by side. */
const mostCompared = 12;

/** One step from trials that were found to a comparison, a table or their citations. */
export function trialTools(hits: readonly Hit[]): HTMLElement {
  const compare = make('a', { class: 'button', href: localPath('/compare/') }, words.compare);
  void resultsOf(hits.slice(0, mostCompared)).then((trials) => {
    const ids = trials.map(({ url }) => idOf(url));
    compare.href = `${localPath('/compare/')}?arms=${ids.join(',')}`;
  }, noLink);
  return make(
    'p',
    { class: 'tools' },
    compare,
    ' ',
    saving(words.table, () => table(hits)),
    ' ',
    saving(words.bibtex, () => bibtex(hits)),
  );
}

/** What leads to the comparison stays as it is. */
const noLink = () => undefined;

const idOf = (url: string) => url.replace(/\/$/, '').replace(/^.*\//, '');

interface Saved {
  name: string;
  type: string;
  text: string;
}

function saving(label: string, make_: () => Promise<Saved>): HTMLElement {
  const button = make('button', { type: 'button', class: 'button' }, label);
  button.addEventListener('click', () => {
    make_().then(save, () => (button.textContent = words.failed));
  });
  return button;
}

function save({ name, type, text }: Saved) {
  const href = URL.createObjectURL(new Blob([text], { type }));
  make('a', { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

async function table(hits: readonly Hit[]): Promise<Saved> {
  const [rows, { year, patients }] = await Promise.all([resultsOf(hits), engine().reader.numbers()]);
  const lines = rows.map(({ url, title, line }, i) => {
    const page = hits[i]?.page ?? 0;
    return [
      idOf(url),
      title,
      year[page] || '',
      patients[page] || '',
      line,
      new URL(url, location.href).href,
    ].map(String);
  });
  return {
    name: 'trials.csv',
    type: 'text/csv',
    text: csvText([['trial_id', 'title', 'year', 'patients', 'found', 'url'], ...lines]),
  };
}

async function bibtex(hits: readonly Hit[]): Promise<Saved> {
  const rows = await resultsOf(hits);
  const texts = await Promise.all(
    rows.map(async ({ url }) => {
      const response = await fetch(sitePath(`/trials/${idOf(url)}.bib`));
      if (!response.ok) throw new Error(`${url}: ${response.status}`);
      return response.text();
    }),
  );
  // A work that reports two of the trials stands once.
  const entries = new Set(texts.flatMap((text) => text.split(/\n(?=@)/).map((entry) => entry.trim())));
  return { name: 'trials.bib', type: 'application/x-bibtex', text: `${[...entries].join('\n\n')}\n` };
}
