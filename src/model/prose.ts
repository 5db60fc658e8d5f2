import type { Claim, Outcome } from './outcome.ts';
import type { Pooled } from './synthesis.ts';

/** What the body of an entry may hold beside Markdown: component → its attributes. */
export const factViews = [
  'value',
  'full',
  'fraction',
  'interval',
  'p',
  'at',
  'total',
  'events',
  'threshold',
] as const;
export type FactView = (typeof factViews)[number];

/** Whether a fact has what a view shows. */
export function hasView(fact: Outcome | Claim | Pooled, view: FactView): boolean {
  const given = (key: string) => (fact as unknown as Record<string, unknown>)[key] !== undefined;
  if (view === 'value' || view === 'full') return true;
  if (view === 'fraction') return given('events') && given('total');
  return view === 'interval' ? given('interval') || given('spread') : given(view);
}

export const components = {
  /**
   * A figure of the base: `<Fact id="cr-ino" />`, or `<Fact id="trial/cr-ino" show="full" />` from elsewhere.
   */
  Fact: { id: { required: true }, show: { required: false, values: factViews } },
} as const satisfies Record<string, Record<string, { required: boolean; values?: readonly string[] }>>;

/** HTML elements that carry no behaviour and may stand in a body, without attributes. */
export const plainElements = ['sub', 'sup'] as const;

/** A citation group in prose: `[@key]` or `[@key; @other]`. */
export const citationPattern = /\[((?:@[A-Za-z0-9_:.-]+)(?:\s*;\s*@[A-Za-z0-9_:.-]+)*)\]/g;

/** The keys of one citation group. */
export function citedKeys(group: string): string[] {
  return group.split(';').map((key) => key.trim().replace(/^@/, ''));
}
