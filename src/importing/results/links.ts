import type { Mention } from './endpoints.ts';
import { people, 人 } from './lexical.ts';

/** Words between an endpoint and a figure that say that the figure is of something else. */
const elsewhere =
  /(?<![A-Za-z])(?:associated|correlat\w*|predict\w*|not|without|except|excluding|regardless|prior|previous(?:ly)?|history|if|cut-?off|threshold|margin|lead(?:ing|s)? to|led to|requir\w*|result(?:ed|ing) in|due to|because|caused|related|who|whose|resol\w*|recover\w*|onset|lasting|managed|receiv\w*|proceed\w*|underwent|after|before|following|until|discontinu\w*|withdr\w*|died|lost|loss|maintain\w*|remain\w*|compar\w*|improv\w* (?:in|of)|score|level|levels|at least|above|below|exceed\w*|more than|less than|up to|(?:increas|decreas|declin|improv|reduc|rose|fell|dropp?)\w* (?:by|to|from)|studied|evaluated|assessed|tested|investigated|analy[sz]ed|counted|examined|measured|is|are|remains?|assay|sensitivity|defined|definition)(?![A-Za-z])|相关|预测|未|导致|因|需|既往|后(?=[^,]{0,8}$)|由|从(?=[^,]{0,6}$)|敏感|定义|停药|评价|分析|研究|复发(?=[^,]{0,6}$)/u;
const clauseEnd =
  /[;。!?]|\. |(?:^|[^A-Za-z])(?:and|but|or|while|whereas|although|then|plus)\s*$|,\s*(?:and|but|while|whereas|although)(?![A-Za-z])|,\s*(?:with|including|of (?:whom|which))\s*$|[和及但而或与]\s*$/u;
const brackets = /[([][^()[\]]{0,60}[)\]]/gu;
const groups = new RegExp(
  `(?<![A-Za-z])(?:in|for|with|among|of|on|by) (?:the |all |both )?[^,;()]{1,60}? (?:groups?|arms?|cohorts?|regimens?)(?![A-Za-z])|(?<![A-Za-z])(?:in|for|with|of) (?:the )?(?:arms?|groups?|cohorts?) [A-Z\\d]{1,3}(?![A-Za-z])|(?<![A-Za-z])(?:in|for|among|of|by) (?:the |all |these |those )?(?:[A-Za-z-]{1,20} ){0,3}${people}(?: (?:with|in|who|treated|receiving|aged) [^,;()]{1,60}?(?=,| was| were|$))?|[^,;。()]{0,16}组(?:的|中)?`,
  'gu',
);
/** A name alone with a comma, as in a list: `CR, 45%`. */
const listed = /^\s*(?:rates?|率|incidence|probability)?\s*[)\]]?\s*[,:=(]{0,2}\s*[([]?\s*$/u;

/** A link without what only says of whom, and what stands in brackets. */
const bare = (link: string): string => link.replace(brackets, ' ').replace(groups, ' ');

/** Whether the words between an endpoint and a figure behind it make the figure one of the endpoint. */
export function leadsTo(link: string): boolean {
  if (listed.test(link)) return true;
  const plain = bare(link).replace(/(?:median|mean|hazard ratio|HR|rate)\s*,\s*$/, ' ');
  if (link.length > 140 || elsewhere.test(plain) || clauseEnd.test(plain)) return false;
  // A comma before the figure, behind other words, begins something else.
  return !/\S[^,]*,\s*$/u.test(plain.replace(/^\s*,/, '')) || /(?:was|were|is|are|estimate),\s*$/.test(plain);
}

const verbs =
  '(?:had|have|has|reaching|achieved|attained|obtained|reached|entered|experienced|developed|showed|were in|was in|were|was|reported|underwent|achieving|experiencing|developing|attaining|having|with)';
const afterwards = new RegExp(
  `^\\s?[)\\]]?(?: of)?(?: (?:the|all|these|evaluable|treated|enrolled|infused|assessable|responding)){0,3}(?: \\d{1,4})?(?: [A-Za-z-]{1,20}){0,2}?(?: ${people})?(?: in (?:the|each) [^,;()]{1,50}(?: group| arm| cohort))?(?: (?:with|aged) [^,;()\\d]{1,60}?)?(?: (?:who|also|each|ultimately|subsequently|eventually))?(?<verb> ${verbs})(?: (?:a|an|the|at least one|confirmed|any|documented|best response of|only|both)){0,2}\\s*$`,
  'u',
);
const chineseVerbs = '达到?|获得?|取得|发生了?|出现了?|实现|进入|接受了?|行|为|发展为';
const afterwardsChinese = new RegExp(
  `^\\s?[)\\]]?\\s?例?的?(?:${人}\\s?(?:均|仅|曾)?(?:${chineseVerbs})?|(?:均|仅|曾)?(?:${chineseVerbs}))\\s?$`,
  'u',
);
const afterVerb = new RegExp(
  `^\\s?[)\\]]?(?: of (?:the )?)?(?: ?[A-Za-z-]{1,20}){0,2}?(?: ?${people})?(?: (?:later|subsequently|eventually|had|have))?\\s*$`,
  'u',
);

/** Behind a name nothing narrows it: `six infections (5%) were life-threatening` is not of all infections. */
const endsThere =
  /^\s*(?:[([][^)\]]{1,60}[)\]])?\s*(?:$|[,;.。)、]|(?:and|in|at|within|by|during|per)\b|occurred|(?:were|was) (?:reported|observed|seen|recorded|documented|noted)\b)/;

/** Whether the words between a figure and an endpoint behind it make the figure one of the endpoint. */
export function ledToBy(link: string, mention: Mention, behind: string, isCounted: boolean): boolean {
  if (mention.verb)
    return (
      afterVerb.test(link) && /^\s*(?:$|[,.;)]|(?:after|within|at|during|and|before|by|in)\b)/.test(behind)
    );
  if (isCounted && !mention.conditional && /^\s?[)\]]?\s?$/.test(link)) return endsThere.test(behind);
  if (afterwardsChinese.test(link)) return !/^(?:后|的?(?:患者|病人|者))/.test(behind);
  const found = afterwards.exec(link);
  if (!found) return false;
  // `12 patients with CR had more` speaks of patients with CR.
  if (found.groups?.verb === ' with')
    return (
      !/ of/.test(link) && /^[^A-Za-z]{0,3}(?:$|[,.;)]|and\b|at\b|within\b|by\b)/.test(behind.trimStart())
    );
  return true;
}

const versus =
  /(?<![A-Za-z])(?:vs?\.?|versus|(?:as )?compared (?:with|to)|against|than(?: with| in| for)?)(?![A-Za-z])|对比|对(?=\s*(?:\d|$))|(?<![A-Za-z])比(?!例|率)|相比/u;
export const isVersus = (zone: string): boolean => versus.test(zone);
export const namesGroup = (zone: string): boolean =>
  /(?<![A-Za-z])(?:group|arm|cohort)s?(?![A-Za-z])|组/u.test(zone);
export const isRespective = /(?<![A-Za-z])respectively|分别/u;

const carrying =
  /^(?:[\s)\],;:([=、-]|vs?\.?(?![A-Za-z])|(?<![A-Za-z])(?:versus|and|as|compared|with|to|against|than|was|were|it|in|a|an|the|of|which|whom|these|for|those|but|while|whereas|rates?|median|had|at|control|grade|including|or|be|only|respectively)(?![A-Za-z])|[和与比对及而为其中组分别者至仅约]|对比|相比|患者)*$/u;
/** Whether a figure goes on about the endpoint of the one before it: nothing between them names another. */
export const carriesOn = (zone: string): boolean => carrying.test(bare(zone));

const openBehind = new RegExp(
  `^\\s?[)\\]]{0,2}\\s?(?:of |的)?(?:the )?(?:${people}|${人})?\\s?(?:$|[,;.。:()[\\]、]|(?:vs?\\.?|versus|and|compared|respectively|than|in|for|at|with|among|by|after|were grade|had grade|of grade)(?![A-Za-z])|[和与比对及而,组])`,
  'u',
);
/** Whether no verb behind a figure says something new of it. */
export const saysNoMore = (behind: string): boolean => openBehind.test(behind);

const before =
  /^[\s)\]]*(?:with|without|for|in|among)\s[^,;.()\d]{1,60}\s(?:and|but|versus|vs\.?|compared with)\s*$/;
/** `84.8% with one agent and 68.1% with the other`: two figures side by side in like words. */
export const areParallel = (between: string, behind: string): boolean =>
  before.test(between) && /^[\s)\]]*(?:with|without|for|in|among)\s/.test(behind);
