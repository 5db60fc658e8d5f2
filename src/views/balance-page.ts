import type { EndpointNode, Fact, Library } from '../evidence/library.ts';
import { toldBy } from '../evidence/read-in.ts';
import { inWords } from '../i18n/locale.ts';
import { mapWords } from '../i18n/map.ts';
import { phrase } from '../model/phrases.ts';
import { word } from '../wording/figures.ts';
import { balanceOf } from './balance.ts';

/** The page of response against toxicity: what is plotted, and the table that says the same. */
export function balancePage(library: Library) {
  const say = mapWords.balance;
  const balance = balanceOf(library);
  const [filled, ...hollow] = balance.benefits.map(nameOf);
  return {
    ...balance,
    note: filled && say.note(filled, hollow),
    groups: balance.panels.map(({ harm, severe, points }) => ({
      label: severe ? say.severe(inWords(harm.data.label)) : inWords(harm.data.label),
      rows: points.map(({ name, trial, benefit, harm: event, grade, scale }) => ({
        name,
        path: trial.path,
        figures: [{ ...figureOf(benefit), of: nameOf(benefit.endpoint) }, figureOf(event)],
        grade,
        scale,
      })),
    })),
  };
}

const nameOf = ({ data }: EndpointNode) => data.abbreviation ?? inWords(data.label);

function figureOf(fact: Fact) {
  const say = mapWords.balance;
  const wording = word(fact.outcome, fact.derived);
  const { value, valueComputed, computedInterval } = wording;
  const interval = wording.interval ?? (computedInterval ? say.computed(computedInterval) : say.noInterval);
  return {
    of: '',
    path: fact.path,
    value,
    isComputed: valueComputed,
    rest: say.rest(wording.fraction === value ? undefined : wording.fraction, interval),
    who: say.who(phrase(fact.population.label), toldBy(fact)),
  };
}
