import { forestLines, betweenText } from './lines.ts';
import { otherRulings, ruleMatrix, type MatrixColumn } from '../compare/rule-matrix.ts';
import type { Ruling } from '../compare/rules.ts';
import { markup, type Markup } from '../wording/markup.ts';
import type { SettledState } from './state.ts';
import { synthesisWords as words } from '../i18n/synthesis.ts';
import { computed, computedP, digits, shareText } from '../wording/computed.ts';
import { intervalText, valueText } from './words.ts';
import { yearOf, type PartResult, type Study, type Synthesis } from './pool.ts';
import { itemIn } from '../model/need.ts';

const marks = { refused: '✗', overridden: '!', unstated: '?', holds: '✓' } as const;

/** What stands in the way: the rules that no table shows, studies against the others, and then what holds. */
export function gateList({ studies, verdict }: Synthesis): Markup {
  const facts = studies.map(({ fact }) => fact);
  const matrix = ruleMatrix(
    facts,
    new Map(studies.map(({ candidate: { trial } }) => [trial.id, trial])),
    verdict,
  );
  const others = otherRulings(verdict, matrix);
  const open = others.filter((ruling) => ruling.verdict !== 'holds');
  const held = others.filter((ruling) => ruling.verdict === 'holds');
  return markup`${open.length > 0 && ruleList(open)}${matrix.length > 0 && matrixTable(studies, matrix)}<details${
    open.length + matrix.length === 0 && markup` open`
  }><summary>${words.gate.held(held.length)}</summary>${ruleList(held)}</details>`;
}

const ruleList = (rulings: readonly Ruling[]) =>
  markup`<ul class="rules plain-list">${rulings.map(
    (ruling) =>
      markup`<li class="${ruling.verdict}">${ruleHead(ruling)}${ruling.says && markup`<p class="says">${ruling.says}</p>`}${override(ruling)}</li>`,
  )}</ul>`;

const ruleHead = ({ title, hard, verdict }: Ruling) =>
  markup`<span class="mark" aria-hidden="true">${marks[verdict]}</span> <span class="title">${title}</span>${verdictText(verdict, hard)}`;

function override({ rule, hard, verdict }: Ruling): Markup | false {
  if (hard || (verdict !== 'refused' && verdict !== 'overridden')) return false;
  return markup`<label><input type="checkbox" id="override-${rule}" data-override="${rule}"${verdict === 'overridden' && markup` checked`}> ${words.gate.anyway}</label>`;
}

/** Studies against the rules that do not hold for all of them; each can be left out. */
function matrixTable(studies: readonly Study[], columns: readonly MatrixColumn[]): Markup {
  const heads = columns.map(
    ({ ruling }) =>
      markup`<th scope="col" role="columnheader" class="${ruling.verdict}">${ruleHead(ruling)}${override(ruling)}</th>`,
  );
  const rows = studies.map(
    ({ name, fact }, i) =>
      markup`<tr role="row"><th scope="row" role="rowheader"><a href="${fact.path}">${name}</a></th>${columns.map(
        ({ ruling, cells }) => {
          const { value, kind } = itemIn(cells, i);
          return markup`<td role="cell" class="${kind}" data-label="${ruling.title}">${value}${kind === 'odd' && markup`<span class="visually-hidden">${words.gate.differs}</span>`}</td>`;
        },
      )}<td role="cell" class="no-print"><button class="button" type="button" id="leave-${fact.uid}" data-leave="${fact.uid}" aria-label="${words.gate.leaveOutStudy(name)}">${words.gate.leaveOut}</button></td></tr>`,
  );
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="${words.gate.region}"><table class="stacks" role="table"><caption class="visually-hidden">${words.gate.caption}</caption><thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">${words.gate.study}</th>${heads}<th scope="col" role="columnheader" class="no-print"><span class="visually-hidden">${words.gate.choice}</span></th></tr></thead><tbody role="rowgroup">${rows}</tbody></table></div>`;
}

/** A rule that holds says so by its mark, and to those who listen. */
function verdictText(ruling: Ruling['verdict'], hard: boolean): Markup {
  if (ruling === 'holds') return markup`<span class="visually-hidden">${words.gate.holds}</span>`;
  const { overridden, unstated, refused, refusedForGood } = words.gate;
  const texts = { overridden, unstated, refused: hard ? refusedForGood : refused };
  return markup` <span class="verdict">${texts[ruling]}</span>`;
}

/** The figures of the forest plot as a table. */
export function forestTable(synthesis: Synthesis): Markup {
  const lines = forestLines(synthesis);
  const counted = lines.some((line) => 'counts' in line);
  const { level, measure } = synthesis.state;
  const columns = counted ? 4 : 3;
  return markup`<table><caption class="visually-hidden">${words.forest.caption}</caption><thead><tr><th scope="col">${words.forest.heads.study}</th>${
    counted && markup`<th scope="col">${words.forest.heads.events}</th>`
  }<th scope="col">${words.forest.effect(measure === 'GEN', level)}</th><th scope="col">${words.forest.heads.weight}</th></tr></thead><tbody>${lines.map(
    (line) => {
      if (line.kind === 'heading' || line.kind === 'note')
        return markup`<tr><th scope="row" colspan="${columns}" class="part">${line.label}</th></tr>`;
      const cells = [
        ...(counted ? [('counts' in line && line.counts) || '–'] : []),
        `${line.text}${line.kind === 'study' && line.computed ? words.forest.computed : ''}`,
        line.kind === 'study' && line.weight !== undefined ? shareText(line.weight) : '–',
      ];
      return markup`<tr class="${line.kind}"><th scope="row">${
        line.kind === 'study' ? markup`<a href="${line.path}">${line.label}</a>` : line.label
      }</th>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>`;
    },
  )}</tbody></table>`;
}

/** τ², I², H² and Q as a list of terms. */
export function heterogeneity({ result, groups, state }: Synthesis): Markup | undefined {
  if (typeof result === 'string') return undefined;
  const { tau2, i2, h2, q } = result.pooled;
  const terms: [string, string, string][] = [
    ['τ²', digits(tau2), words.heterogeneity.tau2],
    ['I²', `${computed(i2)}%`, words.heterogeneity.i2],
    ['H²', computed(h2, 2), words.heterogeneity.h2],
    ['Q', `${digits(q.value)}, df ${q.df}`, computedP(q.p)],
  ];
  if (groups && state.by)
    terms.push([
      words.heterogeneity.between,
      betweenText(groups.between),
      words.heterogeneity.by(words.partition[state.by]),
    ]);
  return markup`<dl class="keyfacts">${terms.map(
    ([term, value, says]) =>
      markup`<div><dt>${term}</dt><dd>${value}<span class="note">${says}</span></dd></div>`,
  )}</dl>`;
}

/** The pooled effect without each study. */
export function withoutTable({ studies, without, state }: Synthesis): Markup {
  return steps(
    words.steps.without,
    without.map((result, i) => [itemIn(studies, i).name, result]),
    state,
    words.steps.withoutCaption,
  );
}

/** The pooled effect as studies came, by year. */
export function growingTable({ growing, state }: Synthesis): Markup {
  const rows = growing.map(({ study, result }): [string, PartResult] => {
    const year = yearOf(study);
    return [words.steps.added(Number.isFinite(year) ? String(year) : words.steps.noYear, study.name), result];
  });
  return steps(words.steps.with, rows, state, words.steps.withCaption);
}

function steps(
  head: string,
  rows: [name: string, PartResult][],
  { measure, level }: SettledState,
  caption: string,
): Markup {
  return markup`<table><caption>${caption}</caption><thead><tr><th scope="col">${head}</th><th scope="col">${words.steps.pooled(level)}</th><th scope="col">τ²</th><th scope="col">I²</th></tr></thead><tbody>${rows.map(
    ([name, result]) =>
      markup`<tr><th scope="row">${name}</th>${
        typeof result === 'string'
          ? markup`<td colspan="3" class="muted">${result}</td>`
          : markup`<td>${words.withInterval(
              valueText(measure, result.read.estimate),
              intervalText(measure, result.read.ci),
            )}</td><td>${digits(result.pooled.tau2)}</td><td>${computed(result.pooled.i2)}%</td>`
      }</tr>`,
  )}</tbody></table>`;
}

/** The finding in one line, for eyes and for those who listen. */
export function finding({ result, verdict, studies, state }: Synthesis): string {
  if (!verdict.poolable) {
    const refused = verdict.rulings.filter((ruling) => ruling.verdict === 'refused');
    return words.finding.refused(
      refused.length,
      refused.every(({ hard }) => !hard),
    );
  }
  if (typeof result === 'string') return words.finding.notPooled(result);
  const { estimate, ci, prediction } = result.read;
  return words.finding.pooled(valueText(state.measure, estimate), {
    level: state.level,
    interval: intervalText(state.measure, ci),
    ...(prediction ? { prediction: intervalText(state.measure, prediction) } : {}),
    arms: studies.length,
    isRatio: state.measure === 'GEN',
    against: verdict.overridden.length,
  });
}
