import { passes, type Candidate, type Row } from './candidates.ts';
import { markup, type Markup } from '../wording/markup.ts';
import { toldBy, type DatasetFact } from '../compare/dataset.ts';
import type { SettledState } from './state.ts';
import { capitalised } from '../model/need.ts';

/** The figures that can be pooled, one row an arm, with a box to choose it and a list where it has several. */
export function candidateTable({ candidates, label }: Row, state: SettledState): Markup {
  const shown = candidates.filter((candidate) => passes(candidate, state.filters));
  if (shown.length === 0)
    return markup`<p class="none">${
      candidates.length === 0 ? 'No figure of this row can be pooled.' : 'No figure passes these filters.'
    }</p>`;
  return markup`<table><caption class="visually-hidden">Figures that can be pooled: ${label}</caption><thead><tr>${[
    'Pool',
    'Study',
    'Figure',
    'Patients',
    'Time, definition',
    'Report',
  ].map(
    (head) => markup`<th scope="col">${head}</th>`,
  )}</tr></thead><tbody>${shown.map((candidate) => candidateRow(candidate, state))}</tbody></table>`;
}

function candidateRow({ trial, arm, name, figures }: Candidate, { figures: chosen }: SettledState): Markup {
  const ticked = figures.find(({ uid }) => chosen.includes(uid));
  const [usual] = figures;
  const fact = ticked ?? usual;
  const key = usual.uid.replace('/', '--');
  const role = arm && arm.role !== 'single' && trial.arms.length > 1 && markup` <span class="note">${arm.role} arm</span>`;
  const choice =
    figures.length > 1 &&
    markup`<select id="of-${key}" data-arm aria-label="Figure of ${name}">${figures.map(
      (figure) => markup`<option value="${figure.uid}"${figure === fact && markup` selected`}>${optionText(figure)}</option>`,
    )}</select>`;
  return markup`<tr><td class="tick" data-label="Pool"><input type="checkbox" id="tick-${key}" data-figure="${fact.uid}" aria-label="Pool ${name}"${
    ticked && markup` checked`
  }></td><th scope="row"><label for="tick-${key}">${name}</label>${role}</th><td data-label="Figure">${figureOf(fact)}${choice}</td><td data-label="Patients">${fact.population.label} <span class="note">${trial.setting}, ${trial.ageGroup.toLowerCase()}</span></td><td data-label="Time, definition">${timeOf(fact)}</td><td data-label="Report"><a href="${fact.report.path}">${fact.report.label}</a>${fact.readElsewhere && markup` <span class="note">${fact.readElsewhere}</span>`}</td></tr>`;
}

function figureOf(fact: DatasetFact): Markup {
  const interval =
    fact.interval &&
    markup` <span class="line${fact.intervalComputed && ' computed'}">${fact.interval}${
      fact.intervalComputed && ', computed'
    }</span>`;
  const against = fact.comparator && markup` <span class="note">against ${fact.comparator}</span>`;
  const doubt = fact.contested && markup` <span class="contested">sources differ</span>`;
  return markup`<a class="fact" href="${fact.path}">${mainText(fact)}</a>${interval}${against}${
    fact.counts?.inferred && markup` <span class="note">events from the percentage</span>`
  }${doubt}`;
}

const mainText = ({ counts, value }: DatasetFact) => (counts ? `${counts.events}/${counts.total}` : value);

const optionText = (fact: DatasetFact) =>
  [mainText(fact), fact.population.label, fact.at, fact.definition, toldBy(fact)].filter(Boolean).join(' · ');

function timeOf({ at, definition, measured }: DatasetFact): Markup {
  const parts = [at, definition, measured].filter(Boolean);
  return parts.length === 0 ? markup`<span class="muted">not stated</span>` : markup`${parts.join('; ')}`;
}

/** Figures of the row that cannot be pooled, by reason. */
export function otherFigures({ others }: Row): Markup {
  const byReason = [...Map.groupBy(others, ({ reason }) => reason)];
  return markup`<dl>${byReason.map(
    ([reason, own]) =>
      markup`<dt>${capitalised(reason)}</dt><dd><ul>${own.map(
        ({ fact, name }) =>
          markup`<li>${name}: <a class="fact" href="${fact.path}">${fact.fraction ?? fact.value}</a>${
            fact.population.kind === 'subgroup' && `, ${fact.population.label}`
          }, <a href="${fact.report.path}">${fact.report.label}</a>${fact.readElsewhere && `, ${fact.readElsewhere}`}</li>`,
      )}</ul></dd>`,
  )}</dl>`;
}
