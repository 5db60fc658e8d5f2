import { compareWords } from '../../i18n/compare.ts';
import { localPath } from '../../i18n/locale.ts';
import type { Panel } from '../../compare/panels.ts';
import { isPoolable, judge } from '../../compare/rules.ts';
import type { View } from '../../compare/view.ts';
import { isComparator } from '../../model/roles.ts';
import { markup, type Markup } from '../../wording/markup.ts';
import { need } from '../../model/need.ts';

/**
 * Whether the figures of a panel may be pooled: the rules that stand in the way, what cannot be pooled at
 * all, and where to pool the rest. Nothing where fewer than two could be.
 */
export function pooling({ cells, rows }: Panel, { denominator }: View): Markup | undefined {
  const drawn = cells.filter(
    ({ cell: { column, fact } }) => fact?.point !== undefined && !isComparator(column.arm.role),
  );
  const facts = drawn.flatMap(({ cell: { fact } }) => (isPoolable(need(fact)) ? [need(fact)] : []));
  if (facts.length < 2) return undefined;
  const unfit = drawn.flatMap(({ cell: { column, fact } }) =>
    need(fact).obstacle ? [markup`<li>${compareWords.of(column.name, need(fact).obstacle ?? '')}</li>`] : [],
  );
  const trials = new Map(cells.map(({ cell: { column } }) => [column.trial.id, column.trial]));
  const { rulings, poolable } = judge(facts, trials);
  const refused = rulings.filter(({ verdict }) => verdict === 'refused');
  const unstated = rulings.filter(({ verdict }) => verdict === 'unstated');
  const words = compareWords.pooling;
  const says = refused.map(
    ({ title, says: why = '', hard }) =>
      markup`<li>${words.says(`${title}${hard ? '' : words.overridable}`, why)}</li>`,
  );
  const warnings = unstated.map(
    ({ title, says: why = '' }) => markup`<li>${words.says(`${title}${words.unstated}`, why)}</li>`,
  );
  const summary = poolable ? words.poolable : words.refused(refused.length);
  const figures = facts.map(({ uid }) => uid).join(',');
  const [row] = rows as [Panel['rows'][number]];
  const href = `${localPath('/synthesis/')}?endpoint=${row.endpoint.id}&row=${encodeURIComponent(row.row)}&figures=${figures}`;
  const offer =
    rows.length === 1 &&
    refused.every(({ hard }) => !hard) &&
    markup`<p><a href="${href}">${words.pool}</a>${denominator && words.asReported}</p>`;
  return markup`<details class="gate no-print"><summary>${summary}</summary><ul>${says}${warnings}${unfit}</ul>${offer}</details>`;
}
