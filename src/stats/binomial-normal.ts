import { NotConverged } from './tau-squared.ts';
import { total } from './weighting.ts';

/** Events among so many patients. */
export interface Counts {
  events: number;
  total: number;
}

interface BinomialNormal {
  /** logit of the proportion in the median study */
  estimate: number;
  /** standard error of the estimate, from the observed information of both parameters */
  se: number;
  /** variance of the logits between studies */
  tau2: number;
  /** likelihood-ratio test of heterogeneity: each study its own proportion against one for all; k − 1 df */
  q: number;
}

/** Where a function is read, and what the reading counts. */
type Nodes = readonly { x: number; w: number }[];

/** Value, gradient and Hessian of the log-likelihood at (μ, τ). */
interface Likelihood {
  value: number;
  gradient: [mean: number, spread: number];
  hessian: [mean: number, both: number, spread: number];
}

/** Of these τ, the search begins at the likeliest; the likelihood can have more than one summit. */
const starts = [0, 0.1, 0.3, 0.6, 1, 1.5, 2.5, 4];
/** Few nodes find the way, many the place: where τ is large, counts of 0 make the integrand a step. */
const [coarse, fine] = [gaussHermite(25), gaussHermite(101)];
/** A spread below it is none. */
const none = 1e-8;
/** A Newton step towards the peak of an integrand, at most. */
const longestStep = 40;

/**
 * Random-effects logistic regression without covariates, by maximum likelihood: events are binomial, logits
 * normal with mean μ and variance τ² between studies. Nothing is added to a count of 0. Stijnen T, Hamza TH,
 * Özdemir P. Stat Med 2010;29:3046–3067.
 *
 * As `rma.glmm(measure = "PLO", nAGQ = 25)` of metafor 3.8, which `glmer()` of lme4 fits to some five digits;
 * here until nothing changes. The likelihood is integrated by adaptive Gauss–Hermite quadrature (Pinheiro JC,
 * Bates DM. J Comput Graph Stat 1995;4:12–35), and climbed by Newton steps with its own first and second
 * derivatives.
 *
 * @param studies two or more, whole numbers with 0 ≤ events ≤ total
 * @throws NotConverged where events occur in all patients or in none, and where no maximum is found
 */
export function fitBinomialNormal(studies: readonly Counts[]): BinomialNormal {
  const [events, patients] = [
    total(studies.map((study) => study.events)),
    total(studies.map((study) => study.total)),
  ];
  if (events === 0 || events === patients)
    throw new NotConverged(
      `the binomial–normal model has no estimate where ${events === 0 ? 'no patient' : 'every patient'} has the event`,
    );
  const pooled = Math.log(events / (patients - events));
  const begun = starts
    .map((spread) => meanFor(studies, pooled, spread))
    .reduce((a, b) => (b.at.value > a.at.value ? b : a));
  const near = climb(studies, begun, coarse);
  const { mean, spread, at } = climb(
    studies,
    { ...near, at: likelihood(studies, near.mean, near.spread, fine) },
    fine,
  );
  const [aa, ab, bb] = at.hessian;
  const information = spread === 0 ? -aa : -(aa - ab ** 2 / bb);
  if (!(information > 0) || !Number.isFinite(mean))
    throw new NotConverged('the binomial–normal model found no maximum');
  return {
    estimate: mean,
    se: 1 / Math.sqrt(information),
    tau2: spread ** 2,
    q: deviance(studies, events / patients),
  };
}

/** The parameters with the likelihood there. */
interface Place {
  mean: number;
  spread: number;
  at: Likelihood;
}

/** The likeliest mean for one spread, near enough for a start. */
function meanFor(studies: readonly Counts[], from: number, spread: number): Place {
  let place: Place = { mean: from, spread, at: likelihood(studies, from, spread, coarse) };
  for (let step = 0; step < 20; step += 1) {
    const { gradient, hessian } = place.at;
    const change = gradient[0] / Math.max(-hessian[0], 1e-6);
    const mean = place.mean + Math.max(-2, Math.min(2, change));
    place = { mean, spread, at: likelihood(studies, mean, spread, coarse) };
    if (Math.abs(change) < 1e-2) break;
  }
  return place;
}

/**
 * Newton steps, halved until they lead up; along the gradient where the surface is not a hill. τ stays at or
 * above 0.
 */
function climb(studies: readonly Counts[], from: Place, nodes: Nodes): Place {
  let place = from;
  for (let step = 0; step < 200; step += 1) {
    const next = ascend(studies, place, nodes);
    if (!next) break;
    const moved = Math.max(Math.abs(next.mean - place.mean), Math.abs(next.spread - place.spread));
    place = next;
    if (moved < 1e-12 * Math.max(1, Math.abs(place.mean))) break;
  }
  return place.spread < none ? { ...place, spread: 0, at: likelihood(studies, place.mean, 0, nodes) } : place;
}

function direction({ gradient: [g, h], hessian: [aa, ab, bb] }: Likelihood): [number, number] {
  const determinant = aa * bb - ab ** 2;
  const isHill = aa < 0 && determinant > 0;
  return isHill
    ? [(-bb * g + ab * h) / determinant, (ab * g - aa * h) / determinant]
    : [g / Math.max(-aa, 1), h / Math.max(-bb, 1)];
}

function ascend(studies: readonly Counts[], { mean, spread, at }: Place, nodes: Nodes): Place | undefined {
  const [a, b] = direction(at);
  const longest = Math.max(Math.abs(a), Math.abs(b), 1);
  for (let part = 1 / longest; part > 1e-12; part /= 2) {
    const next = { mean: mean + part * a, spread: Math.max(0, spread + part * b) };
    const found = likelihood(studies, next.mean, next.spread, nodes);
    if (found.value >= at.value) return { ...next, at: found };
  }
  return undefined;
}

function likelihood(studies: readonly Counts[], mean: number, spread: number, nodes: Nodes): Likelihood {
  const all = studies.map((study) => ofStudy(study, mean, spread, nodes));
  const sum = (of: (one: Likelihood) => number) => total(all.map(of));
  return {
    value: sum(({ value }) => value),
    gradient: [sum(({ gradient }) => gradient[0]), sum(({ gradient }) => gradient[1])],
    hessian: [
      sum(({ hessian }) => hessian[0]),
      sum(({ hessian }) => hessian[1]),
      sum(({ hessian }) => hessian[2]),
    ],
  };
}

/**
 * log ∫ Binomial(x | n, logit⁻¹(μ + τz)) φ(z) dz with its derivatives, which are moments of the score s = x −
 * n p and of its slope −n p (1 − p) under the integrand. At τ = 0 the integral is the integrand at z = 0.
 */
function ofStudy({ events, total: n }: Counts, mean: number, spread: number, nodes: Nodes): Likelihood {
  const { mode, width } = peak(events, n, mean, spread);
  const points = nodes.map(({ x, w }) => {
    const z = mode + width * Math.SQRT2 * x;
    const logit = mean + spread * z;
    // log p^x (1 − p)^(n − x), which does not overflow
    const log = events * logit - n * softplus(logit) - z ** 2 / 2;
    return { z, p: 1 / (1 + Math.exp(-logit)), log: log + Math.log(w) + x ** 2 };
  });
  const top = Math.max(...points.map(({ log }) => log));
  const weighed = points.map(({ z, p, log }) => ({ z, p, weight: Math.exp(log - top) }));
  const mass = total(weighed.map(({ weight }) => weight));
  const moment = (of: (point: (typeof weighed)[number]) => number) =>
    weighed.reduce((sum, point) => sum + point.weight * of(point), 0) / mass;
  const score = (point: { p: number }) => events - n * point.p;
  const curvature = (point: { p: number }) => score(point) ** 2 - n * point.p * (1 - point.p);
  const [g, h] = [moment(score), moment((point) => point.z * score(point))];
  return {
    value: top + Math.log(mass * width),
    gradient: [g, h],
    hessian: [
      moment(curvature) - g ** 2,
      moment((point) => point.z * curvature(point)) - g * h,
      moment((point) => point.z ** 2 * curvature(point)) - h ** 2,
    ],
  };
}

/** Where the integrand is highest and how wide it is, by Newton steps: its logarithm is concave. */
function peak(events: number, n: number, mean: number, spread: number): { mode: number; width: number } {
  let mode = 0;
  let slope = 1;
  for (let step = 0; step < 50; step += 1) {
    const p = 1 / (1 + Math.exp(-(mean + spread * mode)));
    slope = spread ** 2 * n * p * (1 - p) + 1;
    const change = (spread * (events - n * p) - mode) / slope;
    mode += Math.max(-longestStep, Math.min(longestStep, change));
    if (Math.abs(change) < 1e-12) break;
  }
  return { mode, width: 1 / Math.sqrt(slope) };
}

/** 2 Σ [x ln(p̂/p) + (n − x) ln((1 − p̂)/(1 − p))], p̂ the proportion of the study and p that of all. */
function deviance(studies: readonly Counts[], p: number): number {
  const term = (x: number, expected: number) => (x === 0 ? 0 : x * Math.log(x / expected));
  return (
    2 * total(studies.map(({ events, total: n }) => term(events, n * p) + term(n - events, n * (1 - p))))
  );
}

const softplus = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

/**
 * Nodes and weights of ∫ e^(−x²) f(x) dx, by Newton steps on the orthonormal Hermite polynomials. Press WH et
 * al. Numerical recipes, third edition, section 4.6.
 */
function gaussHermite(count: number): Nodes {
  const found: number[] = [];
  const roots = Array.from({ length: count }, (_, i) => {
    let x = firstGuess(count, i, found);
    let slope = 0;
    for (let step = 0; step < 100; step += 1) {
      let [before, here] = [0, Math.PI ** -0.25];
      for (let j = 0; j < count; j += 1)
        [before, here] = [here, x * Math.sqrt(2 / (j + 1)) * here - Math.sqrt(j / (j + 1)) * before];
      slope = Math.sqrt(2 * count) * before;
      const change = here / slope;
      x -= change;
      if (Math.abs(change) < 1e-15) break;
    }
    found.push(x);
    return { x, w: 2 / slope ** 2 };
  });
  return roots;
}

/** From the largest root down; the lower half mirrors the upper one. */
function firstGuess(count: number, i: number, found: readonly number[]): number {
  const mirrored = found[count - 1 - i];
  if (mirrored !== undefined) return -mirrored;
  const [last, before = NaN] = found.slice(-2).reverse();
  if (last === undefined) return Math.sqrt(2 * count + 1) - 1.85575 * (2 * count + 1) ** (-1 / 6);
  if (i === 1) return last - (1.14 * count ** 0.426) / last;
  if (i === 2) return 1.86 * last - 0.86 * before;
  if (i === 3) return 1.91 * last - 0.91 * before;
  return 2 * last - before;
}
