/**
 * Every check by its code: what it asks and why. A finding carries one of these codes.
 *
 * - `error`: impossible or broken; the build stops.
 * - `warning`: unlikely; shown on the site.
 * - `note`: worth knowing.
 */
export const checkTable = {
  'schema/content': ['error', 'There is content to check', 'A run that checks nothing must not pass.'],
  'schema/missing-file': [
    'error',
    'The files of the whole base are there',
    'Every entry rests on its terms, endpoints and references.',
  ],
  'schema/file': [
    'error',
    'Everything in the content is a file of its own',
    'A link leads to what the content does not hold, and a pipe has no end.',
  ],
  'schema/encoding': [
    'error',
    'Files are UTF-8',
    'Names and Chinese text survive only in one agreed encoding.',
  ],
  'schema/empty': ['error', 'No file is empty', 'An empty file is usually a lost one.'],
  'schema/filename': [
    'error',
    'The file name is a usable permanent id',
    'The id is the address of the entry; it can never change.',
  ],
  'schema/yaml': [
    'error',
    'Frontmatter and YAML files can be read',
    'What cannot be read cannot be checked.',
  ],
  'schema/unknown-key': ['error', 'Every key is known', 'A misspelt key would silently lose its figure.'],
  'schema/shape': [
    'error',
    'Every value has the shape the model asks for',
    'A figure of the wrong type cannot be compared or exported.',
  ],
  'schema/duplicate-id': [
    'error',
    'Every id is defined once',
    'Two things under one id cannot be cited apart.',
  ],
  'schema/indistinct': [
    'error',
    'The facts of a report can be told apart',
    'Two figures under one heading, arm, population and time read as if one of them were wrong.',
  ],
  'mdx/syntax': ['error', 'The body can be parsed', 'What cannot be parsed cannot be shown.'],
  'mdx/code': [
    'error',
    'The body holds no code',
    'Entries come from many hands; none of them may run code on a reader or on the build.',
  ],
  'mdx/component': [
    'error',
    'Only known components with known attributes are used',
    'A component that is not on the list does not render.',
  ],
  'mdx/address': [
    'error',
    'Links and images stay harmless',
    'Only web, mail and in-site addresses; images only from this site.',
  ],
  'prose/figure': [
    'error',
    'A result in prose comes from a typed fact',
    'A number typed into prose can drift from the data; a fact cannot.',
  ],
  'translation/entry': [
    'error',
    'A translation stands beside the entry it belongs to',
    'Without the entry no page would show it.',
  ],
  'translation/same': [
    'warning',
    'A full translation has the facts and citations of the English text',
    'Readers of both languages must read the same.',
  ],
  'translation/behind': [
    'warning',
    'A translation follows the English text as it is now',
    'What changed in one language may be wrong in the other.',
  ],
  'translation/phrase': [
    'warning',
    'A translated phrase has the numbers of the English one, and stands in an entry',
    'A digit lost between two languages is a wrong figure.',
  ],
  'links/vocabulary': [
    'error',
    'Every controlled term is defined',
    'Facets and labels come from the vocabulary.',
  ],
  'links/endpoint': [
    'error',
    'Every endpoint named is defined and allows the kind of fact',
    'Comparison rests on shared endpoints.',
  ],
  'links/therapy': ['error', 'Every therapy named has an entry', 'An arm must lead to what it gives.'],
  'links/reference': [
    'error',
    'Every reference named is in the library',
    'Each figure must lead to its source.',
  ],
  'links/arm': [
    'error',
    'Every arm named is an arm of the trial',
    'Figures and comparisons must belong to someone.',
  ],
  'links/population': [
    'error',
    'Every analysis population named is defined',
    'A figure without its denominator cannot be compared.',
  ],
  'links/report': [
    'error',
    'Every report and source named is listed',
    'Each fact says who reports it and where it was read.',
  ],
  'links/entry': ['error', 'Every trial, review or topic named exists', 'Cross-links must lead somewhere.'],
  'links/page': [
    'error',
    'Every link within the site leads somewhere',
    'A reader who follows a link must arrive.',
  ],
  'links/citation': ['error', 'Every [@key] in prose is in the library', 'A citation must resolve.'],
  'links/fact': [
    'error',
    'Every fact that prose or an appraisal names is there',
    'What is said of a fact must lead to it.',
  ],
  'links/circle': [
    'error',
    'No report supersedes itself, no population is part of itself, no study shares patients with itself',
    'In a circle no report is the latest, and no population the widest.',
  ],
  'links/orphan': [
    'error',
    'Nothing is defined that nothing uses',
    'What no entry uses is either forgotten or needs a reason (unlinked).',
  ],
  'identity/doi': [
    'warning',
    'DOIs have the form of their journal',
    'A DOI of another form is cut short or belongs to another work.',
  ],
  'identity/pmid': [
    'warning',
    'PMIDs have the digits of their year',
    'Works since 2001 have PMIDs of eight digits; a shorter one has lost a digit.',
  ],
  'identity/identifier': [
    'warning',
    'A work has a DOI, PMID or PMCID, or says why it has none',
    'Without a number or a reason nobody knows whether it was looked for.',
  ],
  'identity/duplicate-work': [
    'error',
    'A work stands in the library once',
    'Two keys for one work split what is cited for it.',
  ],
  'identity/version': [
    'note',
    'Versions of a work are told apart',
    'An abstract or preprint and its paper are one study, whose patients count once.',
  ],
  'identity/pages': [
    'warning',
    'Page ranges run forwards',
    'A range that runs backwards or over hundreds of pages is usually an article number.',
  ],
  'identity/misprint': [
    'note',
    'Sources print references as they are',
    'What a source misprints in its reference list is kept beside the right form.',
  ],
  'identity/author': [
    'warning',
    'An author named in the text is an author of the work cited',
    'A name beside the key of another work credits one of the two wrongly.',
  ],
  'identity/bare-author': [
    'note',
    'A name before a citation is that of an author of the work',
    'The name of another author of the library stands there; it may be meant otherwise.',
  ],
  'identity/cited-author': [
    'note',
    'A review names the first author of what it cites',
    'A reader who looks for the name finds another work, or none.',
  ],
  'identity/cited-agent': [
    'warning',
    'A review names the agents that the work cited has in its title',
    'A treatment under the name of another agent is read as another treatment.',
  ],
  'arithmetic/percent': [
    'error',
    'Percentages follow from their counts',
    'Events divided by the total must round to the printed percentage.',
  ],
  'arithmetic/truncated': [
    'note',
    'Percentages are rounded, not cut off',
    'A percentage whose digits were cut off is too low by up to one unit.',
  ],
  'arithmetic/grim': [
    'warning',
    'Percentages are possible for their denominator',
    'Patients are whole: only some percentages of a small group exist (Brown and Heathers, 2017).',
  ],
  'arithmetic/parts': [
    'error',
    'A part is not larger than its whole',
    'There cannot be more events than patients.',
  ],
  'arithmetic/denominator': [
    'error',
    'Denominators agree with their population',
    'A figure under the wrong population is compared with the wrong patients.',
  ],
  'arithmetic/categories': [
    'error',
    'Categories add up to no more than their whole',
    'A patient is in one category only, so that their numbers add up to the whole or to a part of it.',
  ],
  'intervals/order': [
    'error',
    'Figures lie within their intervals',
    'An estimate outside its interval has a misprint in one of the three numbers.',
  ],
  'intervals/bounds': [
    'error',
    'Percentages lie between 0 and 100',
    'A share of patients cannot be negative or more than all.',
  ],
  'intervals/method': [
    'note',
    'The method of an interval can be named',
    'Counts and limits together show how the interval was computed, or that they do not belong together.',
  ],
  'contrasts/symmetry': [
    'warning',
    'Ratios lie in the middle of their intervals on the log scale',
    'A ratio off the middle has a misprint in one of the three numbers, or an interval of an unusual kind.',
  ],
  'contrasts/p-value': [
    'warning',
    'P values follow from their intervals',
    'Estimate and interval imply a P; one that is far from it belongs to something else.',
  ],
  'contrasts/one-sided': [
    'warning',
    'One-sided P values are called so',
    'A one-sided P is half as large as readers take it to be.',
  ],
  'contrasts/conclusion': [
    'warning',
    'Conclusions agree with their intervals',
    'A difference is claimed although the interval, at its own level, includes none; or the other way round.',
  ],
  'contrasts/landmark': [
    'warning',
    'P values of rates are possible',
    'For two rates at one time and a number of patients there is a largest P, however they are split; curves that cross have none.',
  ],
  'order/endpoints': [
    'error',
    'Narrower endpoints are not more frequent than wider ones',
    'Whoever has the narrower outcome has the wider one, too; whoever has had no event is alive.',
  ],
  'order/grades': [
    'error',
    'Severe events are not more frequent than all',
    'Every event of a high grade is an event.',
  ],
  'order/time': ['error', 'Survival does not rise with time', 'A survival estimate can only fall.'],
  'order/populations': [
    'error',
    'A population is not larger than the one it is part of',
    'The treated are among the enrolled.',
  ],
  'order/responders': [
    'warning',
    'Responders assessed for residual disease are not more than the responses',
    'Whoever is counted among the responders has responded.',
  ],
  'scales/named': [
    'note',
    'Graded events name their scale',
    'The same event has different grades on different scales.',
  ],
  'lineage/registry': [
    'error',
    'One registry number, one study',
    'A study entered twice would count its patients twice.',
  ],
  'lineage/report': [
    'warning',
    'A report of two studies is declared',
    'Shared reports mean shared patients.',
  ],
  'lineage/overlap': [
    'error',
    'Overlaps are declared on both sides, those of historical arms included',
    'Either entry must warn of the other.',
  ],
  'lineage/identical': [
    'warning',
    'Two studies do not print the same figures',
    'Identical figures mean one study under two names.',
  ],
  'lineage/unsettled': [
    'warning',
    'What an import left open is settled',
    'A program does not guess what a record leaves open; until someone fills it in, the site shows less than is known.',
  ],
  'plan/unreported': [
    'note',
    'Registered endpoints are reported',
    'What was planned and never reported is part of the evidence.',
  ],
  'plan/unregistered': [
    'note',
    'Reported endpoints were registered',
    'An endpoint added later is read differently.',
  ],
  'plan/time-frame': [
    'note',
    'Endpoints are reported at their registered time',
    'A result at another time than the planned one may have been chosen after the fact.',
  ],
  'appraisal/domains': [
    'error',
    'Every domain of a tool is judged once',
    'A domain that is left out reads as if nothing were wrong with it.',
  ],
  'appraisal/overall': [
    'error',
    'A result is judged no better than its worst domain',
    'RoB 2 and ROBINS-I say so: bias from one source is not made good by the absence of others.',
  ],
  'appraisal/basis': [
    'error',
    'Nothing is called free of bias from an abstract alone',
    'An abstract says little about how a study was done; what was not read cannot be judged to be well done.',
  ],
  'appraisal/tool': [
    'error',
    'The tool of an appraisal fits the result',
    'A tool for comparisons of arms says nothing of a series of patients, and the other way round.',
  ],
  'pooled/bounds': [
    'error',
    'Pooled figures are possible for what they are',
    'A share of patients lies between none and all of them; a ratio and a time are above 0.',
  ],
  'pooled/sides': [
    'warning',
    'Ratios have two sides, and shares one',
    'A figure under the name of another kind is read as something that it cannot be.',
  ],
  'pooled/prediction': [
    'error',
    'Prediction intervals hold their confidence intervals',
    'What a further study may find spreads wider than the mean of all of them.',
  ],
  'pooled/heterogeneity': [
    'error',
    'I² and τ² are possible',
    'I² is a part of the whole variation, and τ² a variance.',
  ],
  'pooled/counts': [
    'error',
    'What was pooled is no more than there is',
    'A result cannot rest on more patients than its synthesis.',
  ],
  'pooled/crude': [
    'warning',
    'Pooled shares agree with their counts',
    'Pooling weighs studies, and so moves a share away from that of the counts, but hardly beyond its own interval.',
  ],
  'pooled/even': [
    'note',
    'Pooled shares lie in the middle of their intervals on a known scale',
    'Shares are pooled on one of a few scales, on which the interval is even; another is of an unusual kind, or misprinted.',
  ],
  'trace/figure': [
    'error',
    'Traced figures stand in their source',
    'A digit that changed on the way is found at its place in the source.',
  ],
  'trace/untraced': [
    'note',
    'Figures are traced to their source',
    'A figure that the source writes as a word, or not at all, cannot be compared by machine.',
  ],
  'trace/locator': [
    'error',
    'Locators lead into their source',
    'A reader must find the figure where the locator says.',
  ],
  'ledger/unexplained': [
    'warning',
    'Reports agree on the same figure',
    'Two reports of the same patients print different figures, and nothing in them explains it.',
  ],
  'ledger/updated': [
    'note',
    'An update repeats the figures of its earlier report',
    'A later report of the same patients may differ because more was seen; no two data cut-offs are recorded that would say so.',
  ],
  'ledger/explained': [
    'note',
    'Differences between reports are shown',
    'Fewer digits, another data cut-off, denominator or definition changes a figure; both are shown.',
  ],
  'ledger/misattributed': [
    'warning',
    'A review cites the report that prints the result',
    'A result credited to a report on another question, or to one that prints another figure, is looked for in vain.',
  ],
  'ledger/attribution': [
    'note',
    'A review cites a report in which the figure was found',
    'A figure credited to another work than the one in which it was found may stand there too, or lead readers astray.',
  ],
  'ledger/one-study': [
    'note',
    'One study is not recorded as several',
    'A review that cites several reports of one study may count its patients twice.',
  ],
  'ledger/historical-comparator': [
    'note',
    'A comparison is between arms of one study',
    'Patients of another study differ in more than the treatment, and were not allocated.',
  ],
  'ledger/denominator': [
    'note',
    'A review counts by a number that the study uses',
    'A denominator of its own makes a share that no report of the study can confirm.',
  ],
  'permanence/kept': [
    'error',
    'Every address ever published leads somewhere',
    'Papers cite entries and figures by their address; it must lead to them, to where they went, or to why they are gone.',
  ],
  'permanence/listed': [
    'warning',
    'Every address is on the list of permanent ones',
    'Only what is listed is kept from being lost.',
  ],
  'waivers/stale': [
    'error',
    'Every waiver waives something',
    'An exception that is no longer needed hides the next fault.',
  ],
} as const satisfies Record<string, readonly [severity: Severity, title: string, why: string]>;

export type Severity = 'error' | 'warning' | 'note';
export type Code = keyof typeof checkTable;

/**
 * Notes that say how far this base has come, or how a source spells, and nothing that changes how a figure is
 * read. There are many of them: reports and pages give them one line per check, which can be opened, so that
 * the others are seen.
 */
export const routineCodes: ReadonlySet<Code> = new Set<Code>([
  'trace/untraced',
  'scales/named',
  'identity/misprint',
]);
