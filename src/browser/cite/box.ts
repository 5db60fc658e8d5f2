import type { FormatId } from '../../citations/styles.ts';
import { need } from '../../model/need.ts';
import { part } from '../elements.ts';

const key = 'cite-style';

/** The style last chosen on this machine, where the browser keeps such things. */
function preferred(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function prefer(style: string): void {
  try {
    localStorage.setItem(key, style);
  } catch {
    // The choice holds for this page.
  }
}

/**
 * A cite box: offers files as styles too, copies what is shown, and remembers the style. Styles are switched
 * by radio buttons and CSS, which need no script.
 */
export class CiteBox extends HTMLElement {
  /** The text of a work in a file format; a box of a figure makes its own. */
  textOf = async (work: HTMLElement, format: FormatId): Promise<string> => {
    const response = await fetch(part<HTMLAnchorElement>(work, `a[data-format=${format}]`).href);
    if (!response.ok) throw new Error(response.statusText);
    return response.text();
  };

  connectedCallback(): void {
    const wanted = preferred();
    for (const input of this.#inputs) {
      if (input.value === wanted) input.checked = true;
      input.addEventListener('change', () => {
        prefer(input.value);
        void this.#show();
      });
    }
    for (const work of this.#works) {
      part(work, '[data-copy]').addEventListener('click', () => void this.#copy(work));
    }
    void this.#show();
    if (!this.closest('dialog')) onFigures(this);
  }

  get #inputs(): HTMLInputElement[] {
    return [...this.querySelectorAll('input')];
  }

  get #works(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.work')];
  }

  get #style(): string {
    return need(this.#inputs.find(({ checked }) => checked)).value;
  }

  /** Shows the files where a format is chosen; CSS shows the formatted citations. */
  async #show(): Promise<void> {
    const style = this.#style;
    const isFormat = this.querySelector(`a[data-format="${style}"]`) !== null;
    await Promise.all(
      this.#works.map(async (work) => {
        const shown = part<HTMLPreElement>(work, 'pre');
        shown.hidden = !isFormat;
        announce(work, '');
        if (!isFormat) return;
        try {
          const text = await this.textOf(work, style as FormatId);
          if (this.#style === style) shown.textContent = text;
        } catch {
          shown.hidden = true;
          announce(work, (await said()).fileUnread);
        }
      }),
    );
  }

  async #copy(work: HTMLElement): Promise<void> {
    const pre = part<HTMLPreElement>(work, 'pre');
    const citation = work.querySelector<HTMLElement>(`[data-style="${this.#style}"]`);
    const text = citation?.textContent ?? pre.textContent;
    // Word processors take italics from the second form.
    const forms = {
      'text/plain': text.trim() === text || !citation ? text : text.trim(),
      ...(citation && { 'text/html': citation.innerHTML }),
    };
    try {
      await navigator.clipboard.write([
        new ClipboardItem(
          Object.fromEntries(
            Object.entries(forms).map(([type, value]) => [type, new Blob([value], { type })]),
          ),
        ),
      ]);
      announce(work, (await said()).copied);
    } catch {
      getSelection()?.selectAllChildren(citation ?? pre);
      announce(work, (await said()).notAllowed);
    }
  }
}

/** The words are fetched when something is to be said, which on most visits nothing is. */
const said = async () => (await import('../../i18n/cite.ts')).citeWords;

function announce(work: HTMLElement, what: string): void {
  part(work, '[role=status]').textContent = what;
}

/**
 * "Cite this figure" in a provenance card opens a box of its own; its code is loaded when it is asked for.
 */
function onFigures(box: CiteBox): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('[popover] a[data-report]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void import('./figure.ts').then(({ citeFigure }) => citeFigure(link, box));
  });
}
