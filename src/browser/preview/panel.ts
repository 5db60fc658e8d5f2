/**
 * What the preview adds to a page: the findings of its entry, each with its place and the way to it, marks at
 * the figures, and a new page when something was saved. It imports nothing, for it is served as it is,
 * without its types.
 */
interface PanelFinding {
  severity: 'error' | 'warning' | 'note';
  code: string;
  message: string;
  place: string;
  opens: string;
  found?: string;
  expected?: string;
  fix: string;
  why: string;
  about?: string;
  anchor?: string;
}
interface Answer {
  findings: PanelFinding[];
  errors: number;
  warnings: number;
  isBehind: boolean;
  unreadable?: string;
}

const self = document.querySelector<HTMLScriptElement>('script[data-digest]');
const digest = self?.dataset.digest;
/** The path below which the site lies: this script stands at `/_preview/` in it. */
const below = new URL('..', self?.src ?? location.href).pathname.slice(0, -1);
/** The address of the page within the site. */
const here = location.pathname.slice(below.length);
const openKey = 'almanac:preview-open';

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<Record<string, string>> = {},
  ...parts: (string | Node)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties))
    if (value !== undefined) made.setAttribute(key, value);
  made.append(...parts);
  return made;
}

const panel = element('details', {});
const region = element('aside', { class: 'preview-panel', 'aria-label': 'Preview' }, panel);
panel.open = sessionStorage.getItem(openKey) !== 'no';
panel.addEventListener('toggle', () => sessionStorage.setItem(openKey, panel.open ? 'yes' : 'no'));
document.body.append(region);

/** The page of the entry that is shown, as a form; none on a page of no entry. */
const formOf = /^(?:\/zh)?\/(trials|therapies|reviews|syntheses|topics|pages)\/([a-z0-9-]+)\//.exec(here);
const viewed = /^\/_preview\/(.+?)\/?$/.exec(here)?.[1];
const asked = viewed === undefined ? here : `/${viewed}/`;

async function refresh(milliseconds?: number): Promise<void> {
  const response = await fetch(`${below}/_preview/findings.json?path=${encodeURIComponent(asked)}`);
  show((await response.json()) as Answer, milliseconds);
}

function show({ findings, errors, warnings, isBehind, unreadable }: Answer, milliseconds?: number): void {
  const head = element(
    'summary',
    {},
    element(
      'span',
      { role: 'status' },
      `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`,
      milliseconds === undefined ? '' : ` · shown after ${Math.round(milliseconds)} ms`,
    ),
  );
  const form =
    formOf &&
    element(
      'p',
      {},
      element('a', { href: `${below}/_preview/${formOf[1]}/${formOf[2]}/` }, 'Entry as a form'),
    );
  panel.replaceChildren(
    head,
    element(
      'div',
      {},
      ...(isBehind
        ? [
            element(
              'p',
              { class: 'behind' },
              unreadable ?? 'The page shows the last state that could be linked.',
            ),
          ]
        : []),
      ...(form ? [form] : []),
      findings.length === 0
        ? element('p', {}, 'Nothing was found here.')
        : element('ol', {}, ...findings.map(rowOf)),
    ),
  );
  region.classList.toggle('has-errors', errors > 0);
  mark(findings);
}

const counted = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;

function rowOf({
  severity,
  code,
  message,
  place,
  opens,
  found,
  expected,
  fix,
  why,
  about,
  anchor,
}: PanelFinding): HTMLElement {
  const page = about === undefined ? undefined : below + about;
  const leads = anchor === undefined ? page : `#${anchor}`;
  return element(
    'li',
    { class: severity },
    element(
      'p',
      {},
      element('b', {}, severity),
      ` ${message} `,
      ...(leads ? [element('a', { href: leads }, 'show')] : []),
    ),
    ...(found === undefined ? [] : [element('p', {}, 'Found: ', element('code', {}, found))]),
    ...(expected === undefined ? [] : [element('p', {}, `Expected: ${expected}`)]),
    element('p', {}, `Fix: ${fix}`),
    element('p', {}, element('a', { href: opens }, place), ' · ', element('a', { href: below + why }, code)),
  );
}

/** The figures on the page that something was found about. */
function mark(findings: readonly PanelFinding[]): void {
  for (const marked of document.querySelectorAll('[data-finding]')) marked.removeAttribute('data-finding');
  for (const { anchor, severity, message } of findings.toReversed()) {
    const figure = anchor === undefined ? null : document.getElementById(anchor);
    if (!figure) continue;
    figure.setAttribute('data-finding', severity);
    figure.setAttribute('title', message);
  }
}

const events = new EventSource(`${below}/_preview/events?seen=${self?.dataset.seen}`);
events.addEventListener('message', ({ data }) => {
  void follow((JSON.parse(data as string) as { milliseconds?: number }).milliseconds);
});

/** Shows the page anew where it has changed; else what was found alone. */
async function follow(milliseconds?: number): Promise<void> {
  const page = await (await fetch(location.href)).text();
  const now = /data-digest="([0-9a-f]+)"/.exec(page)?.[1];
  if (now === digest) return refresh(milliseconds);
  if (milliseconds !== undefined) sessionStorage.setItem('almanac:preview-time', String(milliseconds));
  location.reload();
}

const time = sessionStorage.getItem('almanac:preview-time');
sessionStorage.removeItem('almanac:preview-time');
await refresh(time === null ? undefined : Number(time));

export {};
