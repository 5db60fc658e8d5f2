import { synthesisWords } from '../i18n/synthesis.ts';
import { certaintyLines } from './certainty-words.ts';
import { overriddenText, readElsewhereText, unstatedText, type Origin } from './study-data.ts';
import { partOf, yearOf, type Study, type Synthesis } from './pool.ts';

const back = { PLO: 'transf.ilogit', PR: 'identity', PAS: 'transf.iarcsin', GEN: 'exp' } as const;

/**
 * A script for R with metafor that gives the same result, with its parts and a forest plot.
 *
 * τ² is iterated as far as here, where `rma()` by itself stops at 0.00001.
 */
export function rScript(synthesis: Synthesis, { base, version, link, title }: Origin): string {
  const { state, verdict, certainty } = synthesis;
  const { measure, method, test, level } = state;
  const isGlmm = method === 'GLMM';
  const fit = isGlmm
    ? `measure = "PLO", xi = events, ni = total, test = "${test === 'z' ? 'z' : 't'}", level = ${level}, nAGQ = 25`
    : `yi, vi, method = "${method}", test = "${test}", level = ${level}, control = control`;
  const call = isGlmm ? 'rma.glmm' : 'rma';
  const comments = [
    title,
    `From ${base} ${version}: ${link}`,
    ...(verdict.overridden.length > 0 ? [synthesisWords.although(overriddenText(synthesis))] : []),
    ...[unstatedText(synthesis), readElsewhereText(synthesis)].filter((line) => line !== undefined),
    ...(certainty ? certaintyLines(certainty) : []),
  ];
  return `${comments.map(comment).join('\n')}
# Needs metafor, made for 3.8: install.packages(${isGlmm ? 'c("metafor", "lme4")' : '"metafor"'})
library(metafor)

studies <- data.frame(
${dataFrame(synthesis)}
)
${measure === 'GEN' ? ratios : proportions(measure)}
${isGlmm ? '# lme4 fits the model to some five digits' : iteration}
result <- ${call}(data = studies, slab = study, ${fit})
print(result, digits = 6)

# In full: on the scale of the analysis, then for reading
predicted <- predict(result)
figures <- c(estimate = as.numeric(result$beta), ci.low = result$ci.lb, ci.high = result$ci.ub,
  prediction.low = predicted$pi.lb, prediction.high = predicted$pi.ub)
# None for a fixed effect, or for fewer than three studies
hasPrediction <- result$k >= 3 && !(result$method %in% c("FE", "EE"))
if (!hasPrediction) figures[4:5] <- NA
print(c(figures, tau2 = result$tau2, I2 = result$I2, H2 = result$H2, ${isGlmm ? 'Q = result$QE.LRT, Q.p = result$QEp.LRT' : 'Q = result$QE, Q.p = result$QEp'}), digits = 12)
print(sapply(figures, function(x) if (is.na(x)) NA else ${back[measure]}(x)), digits = 12)

${isGlmm ? partsOf(fit) : 'weights(result)\nleave1out(result)\ncumul(result, order = year)'}
${state.by ? subgroups(call, fit) : ''}
forest(result, transf = ${back[measure]}, addpred = hasPrediction, header = TRUE)
${synthesis.egger ? smallStudies : ''}`;
}

const smallStudies = `
# Egger's test of small-study effects, by inverse variance, and the funnel
byVariance <- rma(yi, vi, data = studies, method = "DL")
egger <- regtest(byVariance, model = "lm", predictor = "sei")
print(egger)
funnel(byVariance)
`;

const comment = (text: string) => `# ${text.replace(/\s+/g, ' ')}`;

/** The columns of the studies. Those of an unknown year come last, as on the page. */
function dataFrame({ studies, state: { measure, by } }: Synthesis): string {
  const column = (name: string, of: (study: Study) => string) =>
    `  ${name} = c(${studies.map(of).join(', ')})`;
  const figures = measure === 'GEN' ? ['estimate', 'low', 'high', 'level'] : ['events', 'total'];
  return [
    column('study', ({ name }) => quoted(name)),
    ...figures.map((key) => column(key, ({ figure }) => String((figure as Record<string, unknown>)[key]))),
    column('year', (study) => (Number.isFinite(yearOf(study)) ? String(yearOf(study)) : 'NA')),
    ...(by ? [column('part', (study) => quoted(partOf(study, by)))] : []),
  ].join(',\n');
}

/** A string of R in ASCII, which every locale reads. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[^\x20-\x7e]/gu,
    (sign) => `\\U{${(sign.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

const ratios = `
# The standard error of each ratio, from its interval at its own level
z <- qnorm((100 - studies$level) / 200, lower.tail = FALSE)
studies$yi <- log(studies$estimate)
studies$vi <- (log(studies$high / studies$low) / (2 * z))^2
`;

const proportions = (measure: string) => `
# Half a patient is added to events and non-events only where one of them is 0
effects <- escalc("${measure}", xi = events, ni = total, data = studies, to = "only0")
studies$yi <- as.numeric(effects$yi)
studies$vi <- effects$vi
`;

const iteration = `# By itself rma() stops when tau^2 changes by less than 0.00001
control <- list(threshold = 1e-12, tol = 1e-12, maxiter = 1000)`;

/** leave1out() and cumul() know no rma.glmm. */
const partsOf = (fit: string) => `# Without each study, then the first two by year, the first three, ...
some <- function(rows) {
  part <- rma.glmm(data = studies[rows, ], ${fit})
  c(estimate = as.numeric(part$beta), ci.low = part$ci.lb, ci.high = part$ci.ub, tau2 = part$tau2)
}
everyone <- seq_len(nrow(studies))
if (nrow(studies) > 2) print(t(sapply(everyone, function(i) some(everyone[-i]))), digits = 10)
if (nrow(studies) > 1) print(t(sapply(everyone[-1], function(i) some(order(studies$year)[1:i]))), digits = 10)`;

const subgroups = (call: string, fit: string) => `
# Subgroups, each with a tau^2 of its own; their effects are compared by a fixed-effect analysis
parts <- lapply(split(studies, studies$part), function(own) ${call}(data = own, ${fit}))
subgroups <- data.frame(estimate = sapply(parts, function(p) as.numeric(p$beta)), se = sapply(parts, function(p) p$se),
  ci.low = sapply(parts, function(p) p$ci.lb), ci.high = sapply(parts, function(p) p$ci.ub),
  tau2 = sapply(parts, function(p) p$tau2))
print(subgroups, digits = 10)
if (nrow(subgroups) > 1) {
  between <- rma(estimate, sei = se, data = subgroups, method = "FE")
  print(c(Q = between$QE, df = nrow(subgroups) - 1, P = between$QEp), digits = 12)
}
`;
