import { synthesisWords } from '../i18n/synthesis.ts';
import { passes, type Candidate, type Row } from './candidates.ts';
import { markup, type Markup } from '../wording/markup.ts';
import { toldBy, type DatasetFact } from '../compare/dataset.ts';
import type { SettledState } from './state.ts';
import { capitalised } from '../model/need.ts';

/**
 * The figures that can be pooled, one row an arm, with a box to choose it and a list where it has several.
 */
export function candidateTable({ candidates, label }: Row, state: SettledState): Markup {
  const words = synthesisWords.candidates;
  const shown = candidates.filter((candidate) => passes(candidate, state.filters));
  if (shown.length === 0)
    return markup`<p class="none">${candidates.length === 0 ? words.none : words.noneFits}</p>`;
  return markup`<table><caption class="visually-hidden">${words.caption(label)}</caption><thead><tr>${words.heads.map(
    (head) => markup`<th scope="col">${head}</th>`,
  )}</tr></thead><tbody>${shown.map((candidate) => candidateRow(candidate, state))}</tbody></table>`;
}

function candidateRow({ trial, arm, name, figures }: Candidate, { figures: chosen }: SettledState): Markup {
  const words = synthesisWords.candidates;
  const [pool, , figure, patients, time, report] = words.heads;
  const ticked = figures.find(({ uid }) => chosen.includes(uid));
  const [usual] = figures;
  const fact = ticked ?? usual;
  const key = usual.uid.replace('/', '--');
  const role =
    arm &&
    arm.role !== 'single' &&
    trial.arms.length > 1 &&
    markup` <span class="note">${words.role[arm.role] ?? arm.role}</span>`;
  const choice =
    figures.length > 1 &&
    markup`<select id="of-${key}" data-arm aria-label="${words.figureOf(name)}">${figures.map(
      (one) =>
        markup`<option value="${one.uid}"${one === fact && markup` selected`}>${optionText(one)}</option>`,
    )}</select>`;
  return markup`<tr><td class="tick" data-label="${pool}"><input type="checkbox" id="tick-${key}" data-figure="${fact.uid}" aria-label="${words.pool(name)}"${
    ticked && markup` checked`
  }></td><th scope="row"><label for="tick-${key}">${name}</label>${role}</th><td data-label="${figure}">${figureOf(fact)}${choice}</td><td data-label="${patients}">${fact.population.label} <span class="note">${words.patients(trial.setting, trial.ageGroup)}</span></td><td data-label="${time}">${timeOf(fact)}</td><td data-label="${report}"><a href="${fact.report.path}">${fact.report.label}</a>${fact.readElsewhere && markup` <span class="note">${fact.readElsewhere}</span>`}</td></tr>`;
}

function figureOf(fact: DatasetFact): Markup {
  const words = synthesisWords.candidates;
  const interval =
    fact.interval &&
    markup` <span class="line${fact.intervalComputed && ' computed'}">${fact.interval}${
      fact.intervalComputed && words.computed
    }</span>`;
  const against = fact.comparator && markup` <span class="note">${words.against(fact.comparator)}</span>`;
  const doubt = fact.contested && markup` <span class="contested">${words.sourcesDiffer}</span>`;
  return markup`<a class="fact" href="${fact.path}">${mainText(fact)}</a>${interval}${against}${
    fact.counts?.inferred && markup` <span class="note">${words.inferred}</span>`
  }${doubt}`;
}

const mainText = ({ counts, value }: DatasetFact) => (counts ? `${counts.events}/${counts.total}` : value);

const optionText = (fact: DatasetFact) =>
  [mainText(fact), fact.population.label, fact.at, fact.definition, toldBy(fact)].filter(Boolean).join(' · ');

function timeOf({ at, definition, measured }: DatasetFact): Markup {
  const parts = [at, definition, measured].flatMap((part) => part || []);
  return parts.length === 0
    ? markup`<span class="muted">${synthesisWords.candidates.notStated}</span>`
    : markup`${synthesisWords.parts(parts)}`;
}

/** Figures of the row that cannot be pooled, by reason. */
export function otherFigures({ others }: Row): Markup {
  const words = synthesisWords.candidates;
  const byReason = [...Map.groupBy(others, ({ reason }) => reason)];
  return markup`<dl>${byReason.map(
    ([reason, own]) =>
      markup`<dt>${capitalised(reason)}</dt><dd><ul>${own.map(
        ({ fact, name }) =>
          markup`<li>${words.nameBefore(name)}<a class="fact" href="${fact.path}">${fact.fraction ?? fact.value}</a>${
            fact.population.kind === 'subgroup' && words.also(fact.population.label)
          }${words.also('')}<a href="${fact.report.path}">${fact.report.label}</a>${fact.readElsewhere && words.also(fact.readElsewhere)}</li>`,
      )}</ul></dd>`,
  )}</dl>`;
}
