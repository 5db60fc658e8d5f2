import { plots } from '../i18n/plots.ts';
import { transform, type Measure } from '../stats/effect-sizes.ts';
import { zOfTwoSidedP } from '../stats/normal.ts';
import type { Study, Synthesis } from '../synthesis/pool.ts';
import { valueText } from '../synthesis/words.ts';
import type { Axis } from './axis.ts';
import { grid } from './grid.ts';
import { linear, ratioTicks, round, roundTicks, type Ends } from './scale.ts';
import { markup, type Markup } from '../wording/markup.ts';
import type { Paint } from './paint.ts';

/** Proportions at which the axis may be marked. */
const shares = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99];
const margin = { left: 52, right: 16, top: 14, bottom: 44 };

/**
 * A funnel plot as an SVG drawing: each study by its effect and its standard error, the most precise on top,
 * with the pooled effect and the limits within which 95% of studies would lie if they differed by chance
 * alone. Sterne JAC, Egger M. J Clin Epidemiol 2001;54:1046–1055. Undefined where nothing is pooled.
 *
 * @param width in pixels
 */
export function funnel(
  synthesis: Synthesis,
  { width, paint }: { width: number; paint: Paint },
): Markup | undefined {
  const { studies, result, state } = synthesis;
  if (typeof result === 'string') return undefined;
  const height = Math.round(Math.min(420, width * 0.7));
  const { estimate } = result.pooled;
  const errors = studies.map(({ effect }) => Math.sqrt(effect.v));
  const widest = Math.max(...errors) * 1.08;
  const reach = zOfTwoSidedP(0.05) * widest;
  const effects = studies.map(({ effect }) => effect.y);
  const [low, high] = [Math.min(estimate - reach, ...effects), Math.max(estimate + reach, ...effects)];
  const x = linear([low, high], [margin.left, width - margin.right]);
  const y = linear([0, widest], [margin.top, height - margin.bottom]);
  const at = (value: number, error: number) => `${round(x(value))},${round(y(error))}`;
  const triangle = [at(estimate, 0), at(estimate - reach, widest), at(estimate + reach, widest)].join(' ');
  const bottom = y(widest);
  const axis = { ticks: ticksOf(state.measure, x, [low, high]), neutral: undefined };
  const levels = roundTicks(widest)
    .filter((tick) => tick <= widest)
    .map(
      (tick) =>
        markup`<g><line x1="${margin.left}" x2="${width - margin.right}" y1="${round(y(tick))}" y2="${round(y(tick))}" stroke="${paint.grid}"/><text x="${margin.left - 6}" y="${round(y(tick)) + 4}" text-anchor="end" fill="${paint.muted}">${tick}</text></g>`,
    );
  const points = studies.map((study) =>
    point(study, state.measure, at(study.effect.y, Math.sqrt(study.effect.v)), paint),
  );
  return markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="${paint.font}" font-size="12.5"><title>${plots.funnel.title(studies.length)}</title><desc>${plots.funnel.description}</desc>${grid(axis, margin.top, bottom, paint)}${levels}<polygon points="${triangle}" fill="none" stroke="${paint.muted}" stroke-dasharray="4 4"/><line x1="${round(x(estimate))}" x2="${round(x(estimate))}" y1="${margin.top}" y2="${bottom}" stroke="${paint.effect}"/>${points}<text x="${margin.left - 44}" y="${margin.top - 2}" fill="${paint.muted}">SE</text><text x="${width / 2}" y="${height - 6}" text-anchor="middle" fill="${paint.ink}">${plots.funnel.scale[state.measure === 'GEN' ? 'ratio' : 'proportion']}</text></svg>`;
}

function point({ name, point: value }: Study, measure: Measure, place: string, paint: Paint): Markup {
  const [cx, cy] = place.split(',');
  return markup`<circle cx="${cx}" cy="${cy}" r="4.5" fill="${paint.study}" fill-opacity="0.75" stroke="${paint.paper}"><title>${name}: ${valueText(measure, value)}</title></circle>`;
}

function ticksOf(measure: Measure, place: (value: number) => number, [low, high]: Ends): Axis['ticks'] {
  const isRatio = measure === 'GEN';
  return (isRatio ? ratioTicks([Math.exp(low), Math.exp(high)]) : shares)
    .map((value) => ({ at: transform(measure, value), label: isRatio ? String(value) : `${100 * value}%` }))
    .filter(({ at }) => at >= low && at <= high)
    .map(({ at, label }) => ({ at: place(at), label }));
}
