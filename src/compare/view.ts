import { compareWords as words } from '../i18n/compare.ts';
import { denominators, type Denominator } from './dataset.ts';

/**
 * Which rows are shown: all of the chosen endpoints, those with a figure, those with figures of two or more
 * arms.
 */
export const rowChoices = ['every', 'reported', 'shared'] as const;
type RowChoice = (typeof rowChoices)[number];

/** What a reader sees: everything that the address of a comparison holds. */
export interface View {
  /**
   * Kinds of arms, by what they are given (sides.ts), in the order of the columns:
   * `class:antibody.target:cd99`.
   */
  sides: string[];
  /**
   * `trial` for all arms of a trial, `trial.arm` for one, in the order of the columns, after those of the
   * sides.
   */
  arms: string[];
  /** Arms that a side has and the reader took out. */
  without: string[];
  /** Ids of settings and of age groups that arms must be in; any where empty. */
  settings: string[];
  ages: string[];
  /** With the arms that the chosen ones were randomised against. */
  controls: boolean;
  /** Ids of endpoints; undefined for all that say how patients fared. */
  endpoints?: string[] | undefined;
  denominator?: Denominator | undefined;
  rows: RowChoice;
  /**
   * The row whose figures order the arms (`endpoint~row`), or `name`, or `year`; as chosen where undefined.
   */
  sort?: string | undefined;
  descending: boolean;
  /** Arms as rows. */
  transposed: boolean;
  /** Differences between the arms of a row are marked. */
  marked: boolean;
}

export const emptyView: View = {
  sides: [],
  arms: [],
  without: [],
  settings: [],
  ages: [],
  controls: false,
  rows: 'reported',
  descending: false,
  transposed: false,
  marked: false,
};

/** Whether a view asks for any arm. */
export const isAsked = ({ sides, arms }: View): boolean => sides.length + arms.length > 0;

const idPattern = /^[a-z0-9][a-z0-9-]*$/;
const armPattern = /^[a-z0-9][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)?$/;
const sidePattern = /^(therapy|class|target):[a-z0-9][a-z0-9-]*(\.target:[a-z0-9][a-z0-9-]*)*$/;

/**
 * Reads a view from the query of an address. What cannot be read is left out and reported.
 *
 * @returns the view, and one line for each part of the address that was left out
 */
export function readView(query: string): { view: View; faults: string[] } {
  const given = new URLSearchParams(query);
  const faults: string[] = [];
  const list = (name: string, pattern: RegExp): string[] =>
    [...new Set((given.get(name) ?? '').split(',').filter(Boolean))].filter((item) => {
      if (!pattern.test(item)) faults.push(words.address.cannotHold(name, item.slice(0, 60)));
      return pattern.test(item);
    });
  const choice = <T extends string>(name: string, known: readonly T[]): T | undefined => {
    const value = given.get(name);
    if (value === null) return undefined;
    const found = known.find((one) => one === value);
    if (!found) faults.push(words.address.cannotBe(name, value.slice(0, 60), known));
    return found;
  };
  const endpoints = given.has('endpoints') ? list('endpoints', idPattern) : undefined;
  const denominator = choice('lens', denominators);
  const sort = given.get('sort');
  const view: View = {
    sides: list('of', sidePattern),
    arms: list('arms', armPattern),
    without: list('without', armPattern),
    settings: list('setting', idPattern),
    ages: list('age', idPattern),
    controls: given.get('controls') === '1',
    ...(endpoints ? { endpoints } : {}),
    ...(denominator ? { denominator } : {}),
    rows: choice('rows', rowChoices) ?? emptyView.rows,
    ...(sort ? { sort: sort.replace(/^-/, '') } : {}),
    descending: sort?.startsWith('-') ?? false,
    transposed: given.get('transposed') === '1',
    marked: given.get('marked') === '1',
  };
  return { view, faults };
}

/** The query of the address that restores a view; empty for a view of nothing. */
export function writeView(view: View): string {
  const { endpoints, denominator, rows, sort, descending, transposed, marked } = view;
  const list = (name: string, items: readonly string[]) => items.length > 0 && `${name}=${items.join(',')}`;
  const parts = [
    list('of', view.sides),
    list('arms', view.arms),
    list('without', view.without),
    list('setting', view.settings),
    list('age', view.ages),
    view.controls && 'controls=1',
    endpoints && `endpoints=${endpoints.join(',')}`,
    denominator && `lens=${denominator}`,
    rows !== emptyView.rows && `rows=${rows}`,
    sort && `sort=${descending ? '-' : ''}${encodeURIComponent(sort)}`,
    transposed && 'transposed=1',
    marked && 'marked=1',
  ].filter(Boolean);
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}
