import { comparesArms } from '../evidence/appraisals.ts';
import { appraisalTools } from '../model/appraisal-tools.ts';
import { describingMethods, type Appraisal } from '../model/appraisal.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Trial } from '../model/trial.ts';
import type { Check } from './check.ts';

/** What a tool says of itself, as words: no judgement is looked for by its type here. */
const toolOf = ({ tool }: Appraisal) => {
  const { judges, domains, judgements, overall, worstCounts } = appraisalTools[tool];
  const words = (list: readonly string[]) => list;
  return {
    judges,
    worstCounts,
    domains: words(domains),
    judgements: words(judgements),
    overall: words(overall),
  };
};

const domains: Check<'trial'> = {
  code: 'appraisal/domains',
  scope: 'trial',
  run({ trial }, ask) {
    trial.appraisals.forEach((appraisal, i) => {
      const given: string[] = appraisal.domains.map(({ domain }) => domain);
      const missing = toolOf(appraisal).domains.filter((domain) => !given.includes(domain));
      ask.expect(missing.length === 0, () => ({
        where: ['appraisals', i, 'domains'],
        message: `${appraisal.id} does not judge ${missing.join(', ')}`,
        actual: given.join(', ') || 'no domain',
        expected: toolOf(appraisal).domains.join(', '),
        help: `add ${missing.join(', ')}; that the text says nothing is a judgement, too, with that as its reason`,
      }));
      given.forEach((domain, j) =>
        ask.expect(given.indexOf(domain) === j, () => ({
          where: ['appraisals', i, 'domains', j, 'domain'],
          message: `${appraisal.id} judges ${domain} twice`,
          actual: domain,
          expected: 'each domain once',
          help: 'keep one of the two, with all its reasons',
        })),
      );
    });
  },
};

const overall: Check<'trial'> = {
  code: 'appraisal/overall',
  scope: 'trial',
  run({ trial }, ask) {
    trial.appraisals.forEach((appraisal, i) => {
      const { worstCounts, overall: scale } = toolOf(appraisal);
      if (!worstCounts || appraisal.domains.length === 0) return;
      const rank = (judgement: string) => scale.indexOf(judgement);
      const worst = appraisal.domains.reduce((a, b) => (rank(b.judgement) > rank(a.judgement) ? b : a));
      ask.expect(rank(appraisal.overall) >= rank(worst.judgement), () => ({
        where: ['appraisals', i, 'overall'],
        message: `${appraisal.id} is ${appraisal.overall} overall, but ${worst.judgement} in ${worst.domain}`,
        actual: appraisal.overall,
        expected: scale.slice(rank(worst.judgement)).join(', '),
        help: `by the rule of ${appraisal.tool} the whole is no better than its worst domain: write overall: ${worst.judgement}`,
      }));
    });
  },
};

const basis: Check<'trial'> = {
  code: 'appraisal/basis',
  scope: 'trial',
  run({ trial }, ask) {
    trial.appraisals.forEach((appraisal, i) => {
      if (appraisal.by !== 'base') return;
      const isDescribed = appraisal.basis.some((kind) => describingMethods.includes(kind));
      const { judgements, overall: whole } = toolOf(appraisal);
      const asked = [
        ...appraisal.domains.map(({ domain, judgement }, j) => ({
          domain,
          judgement,
          best: judgements[0],
          at: ['domains', j],
        })),
        { domain: 'overall', judgement: appraisal.overall, best: whole[0], at: [] },
      ];
      for (const { domain, judgement, best, at } of asked)
        ask.expect(isDescribed || judgement !== best, () => ({
          where: ['appraisals', i, ...at, domain === 'overall' ? 'overall' : 'judgement'],
          message: `${appraisal.id} says ${judgement} of ${domain}, judged from ${appraisal.basis.join(', ')} alone`,
          actual: judgement,
          expected: `a judgement from one of ${describingMethods.join(', ')}, or one that leaves doubt`,
          help: 'read how the study was done, or say in the reason what the text leaves out',
        }));
    });
  },
};

/**
 * Whether a tool can judge a result: by whom or what it compares, and how its patients came to their arms.
 */
function canJudge({ tool }: Appraisal, { design }: Trial, outcome: Outcome): boolean {
  switch (appraisalTools[tool].judges) {
    case 'randomised comparison':
      return comparesArms(outcome) && design === 'randomised';
    case 'comparison':
      return comparesArms(outcome);
    case 'series':
      return outcome.kind !== 'contrast';
  }
}

const judged = {
  'randomised comparison': 'a comparison of two arms of a randomised study',
  comparison: 'a comparison of two arms',
  series: 'a figure of one arm, or of the whole study',
};

const tool: Check<'trial'> = {
  code: 'appraisal/tool',
  scope: 'trial',
  run({ trial }, ask) {
    trial.appraisals.forEach((appraisal, i) => {
      const { fact, endpoint } = appraisal;
      const about = trial.outcomes.filter((one) =>
        fact === undefined ? one.endpoint === endpoint : one.id === fact,
      );
      // Whether there is such an outcome at all is handled by links/fact.
      const [first] = about;
      if (fact !== undefined && !first) {
        ask.skip();
        return;
      }
      const expected = judged[toolOf(appraisal).judges];
      ask.expect(
        about.some((one) => canJudge(appraisal, trial, one)),
        () => ({
          where: ['appraisals', i, fact === undefined ? 'endpoint' : 'fact'],
          message:
            first === undefined
              ? `the study has no result of ${endpoint} that could be judged`
              : `${appraisal.tool} does not judge ${fact ?? endpoint}: it is for ${expected}`,
          actual: first ? `${first.kind} of a study that is ${trial.design}` : (endpoint ?? ''),
          expected,
          help: 'name a result of that kind, or use the tool for the design of the study',
        }),
      );
    });
  },
};

export const appraisalChecks: Check[] = [domains, overall, basis, tool];
