import type { EndpointNode, Library, ReferenceNode, TrialNode } from '../evidence/library.ts';
import { treatmentsAmong } from '../evidence/treatments.ts';
import { searchWords as en } from '../i18n/en/search-words.ts';
import { searchWords as zh } from '../i18n/zh/search-words.ts';
import { ageGroupsAround, type Term } from '../model/vocabulary.ts';
import type { Label, NameRole, SearchEntity } from '../search-index/entities.ts';
import { keyOf } from '../search-index/fold.ts';

type Names = SearchEntity['names'];
type About = SearchEntity['about'];

/** How near a page is to what is named: the page of it, a study of it, the work that reports the study … */
const near = { own: 15, therapy: 11, study: 7, topic: 8, synthesis: 5, work: 4, touched: 3 } as const;

const han = /\p{sc=Han}/u;

/** Everything of the field that readers name, with the pages about it. */
export function searchEntities(library: Library): SearchEntity[] {
  return withAbbreviations(termsOf(library), library.vocabulary.abbreviations);
}

/**
 * Abbreviations are names of what they stand for, where that has a term; the others are terms of their own.
 */
function withAbbreviations(
  terms: SearchEntity[],
  abbreviations: Library['vocabulary']['abbreviations'],
): SearchEntity[] {
  const shorts = new Map(
    terms
      .flatMap((term) => term.names.map(({ text }): [string, SearchEntity] => [keyOf(text), term]))
      .toReversed(),
  );
  const others: SearchEntity[] = [];
  for (const { abbreviation, en, zh, synonyms } of abbreviations) {
    const names = [...named('short', [abbreviation]), ...labels({ en, zh }), ...named('synonym', synonyms)];
    const term = shorts.get(keyOf(abbreviation)) ?? shorts.get(keyOf(en));
    if (term)
      term.names.push(
        ...names.filter(({ text }) => !term.names.some((one) => keyOf(one.text) === keyOf(text))),
      );
    else others.push({ id: `abbreviation:${abbreviation}`, label: { en, zh }, names, about: [] });
  }
  return [...terms, ...others];
}

function termsOf(library: Library): SearchEntity[] {
  const { vocabulary, endpoints, references } = library;
  return [
    ...therapyTerms(library),
    ...endpoints.map((endpoint) => ({
      id: `endpoint:${endpoint.id}`,
      label: endpoint.data.label,
      names: [
        ...named('short', [endpoint.data.abbreviation]),
        ...labels(endpoint.data.label),
        ...named('synonym', endpoint.data.synonyms),
      ],
      url: endpoint.path,
      about: aboutEndpoint(endpoint, library),
    })),
    ...classTerms(library),
    ...targetTerms(library),
    ...populationTerms(library),
    ...attributeTerms(library),
    ...vocabulary.agents.map((term) => ({ ...entity('agent', term), about: [] as About })),
    ...vocabulary.scales.map((term) => ({ ...entity('scale', term), about: [] as About })),
    ...Object.entries(en.kindNames).map(([kind, names]) => ({
      id: `kind:${kind}`,
      label: { en: names[0] ?? kind, zh: zh.kindNames[kind]?.[0] },
      names: named('synonym', [...names, ...(zh.kindNames[kind] ?? [])]),
      about: ofKind(kind, library),
    })),
    ...journals(references),
  ];
}

const therapyTerms = ({ therapies, topics, syntheses }: Library): SearchEntity[] =>
  therapies.map(({ id, path, data, trials, targets }) => ({
    id: `therapy:${id}`,
    label: data.name,
    names: [
      ...labels(data.name),
      ...named('brand', data.brand),
      ...named('code', data.code),
      ...named('synonym', [...data.synonyms, ...firstWord(data.name.en)]),
    ],
    url: path,
    about: [
      [path, near.own],
      ...of(trials, near.study),
      ...worksOf(trials),
      ...of(
        topics.filter((topic) => topic.therapies.some((one) => one.id === id)),
        near.touched,
      ),
      ...of(
        syntheses.filter((one) => one.therapies.some((other) => other.id === id)),
        near.synthesis,
      ),
      ...of(relatedTo(targets, therapies, id), 1),
    ],
  }));

const classTerms = ({ vocabulary, therapies, topics, trials }: Library): SearchEntity[] =>
  vocabulary.therapyClasses.map((term) => {
    const own = therapies.filter((therapy) => therapy.class.id === term.id);
    return {
      ...entity('class', term),
      url: listed('class', term),
      about: [
        ...of(own, near.therapy),
        ...of(
          topics.filter((topic) => topic.therapies.some((one) => own.includes(one))),
          near.touched,
        ),
        ...studies(trials, (trial) =>
          treatmentsAmong(trial.therapies).some((therapy) => own.includes(therapy)),
        ),
      ],
    };
  });

const targetTerms = ({ vocabulary, therapies, trials }: Library): SearchEntity[] =>
  vocabulary.targets.map((term) => {
    const own = therapies.filter(({ targets }) => targets.some(({ id }) => id === term.id));
    return {
      ...entity('target', term),
      url: listed('target', term),
      about: [
        // What is aimed at it alone says more of it than what is aimed at several.
        ...own.map(({ path, targets }): [string, number] => [
          path,
          near.therapy + (targets.length === 1 ? 1 : -1),
        ]),
        ...studies(trials, ({ targets }) => targets.some(({ id }) => id === term.id)),
      ],
    };
  });

/** Settings and age groups. */
function populationTerms({ vocabulary, trials }: Library): SearchEntity[] {
  const around = ({ data: { population } }: TrialNode) =>
    ageGroupsAround(population.ageGroup, vocabulary.ageGroups);
  return [
    ...vocabulary.settings.filter(isStated).map((term) => ({
      ...entity('setting', term),
      url: listed('setting', term),
      about: studies(trials, ({ data }) => data.setting === term.id),
    })),
    ...vocabulary.ageGroups.filter(isStated).map((term) => ({
      ...entity('age', term),
      url: listed('population', term),
      about: [
        ...studies(trials, ({ data }) => data.population.ageGroup === term.id),
        ...of(
          trials.filter(
            (trial) => trial.data.population.ageGroup !== term.id && around(trial).includes(term.id),
          ),
          near.synthesis,
        ),
      ],
    })),
  ];
}

/** What the vocabulary asks of studies or therapies beside. */
const attributeTerms = ({ vocabulary, therapies, trials }: Library): SearchEntity[] =>
  vocabulary.attributes.flatMap((attribute) =>
    attribute.terms
      .filter((term) => isStated(term) && term.id !== 'any')
      .map((term) => ({
        ...entity(attribute.id, term),
        about:
          attribute.applies === 'trial'
            ? studies(
                trials,
                ({ data }) => data.population.attributes[attribute.id]?.includes(term.id) ?? false,
              )
            : of(
                therapies.filter(({ data }) => data.attributes[attribute.id]?.includes(term.id)),
                near.therapy,
              ),
      })),
  );

/** Some studies, and the works that report them. */
function studies(trials: readonly TrialNode[], isMeant: (trial: TrialNode) => boolean): About {
  const found = trials.filter(isMeant);
  return [...of(found, near.study), ...worksOf(found)];
}

const isStated = (term: Term & { unstated?: boolean }) => !term.unstated && term.id !== 'mixed';

const named = (role: NameRole, texts: readonly (string | undefined)[]): Names =>
  texts.flatMap((text) =>
    text === undefined ? [] : [{ text, role: role === 'synonym' && han.test(text) ? 'chinese' : role }],
  );

const labels = ({ en, zh }: Label): Names => [...named('label', [en]), ...named('chinese', [zh])];

const entity = (kind: string, { id, label, synonyms }: Term) => ({
  id: `${kind}:${id}`,
  label,
  names: [...labels(label), ...named('synonym', synonyms)],
});

const listed = (facet: string, { label }: Term) => `/trials/?${facet}=${encodeURIComponent(label.en)}`;

/**
 * A generic name of two words is called by its first: a drug whose second word names the payload or the kind
 * of cells.
 */
const firstWord = (name: string) => /^(\p{L}{9,}) \p{L}+$/u.exec(name)?.slice(1) ?? [];

const of = (nodes: readonly { path: string }[], weight: number): About =>
  nodes.map(({ path }) => [path, weight]);

const works = (references: readonly ReferenceNode[]): About => of(references, near.topic);

/** The works that report some studies. */
const worksOf = (trials: readonly TrialNode[]): About =>
  trials.flatMap(({ reports }) =>
    of(
      reports.filter(({ review }) => !review).map(({ reference }) => reference),
      near.work,
    ),
  );

function relatedTo(
  targets: readonly Term[],
  therapies: Library['therapies'],
  id: string,
): Library['therapies'] {
  return therapies.filter(
    (one) => one.id !== id && one.targets.some((target) => targets.some((other) => other.id === target.id)),
  );
}

function aboutEndpoint({ id, path, facts }: EndpointNode, { topics, endpoints }: Library): About {
  const trials = [...Map.groupBy(facts, ({ trial }) => trial)];
  const family = endpoints.find((one) => one.id === id)?.data.family;
  return [
    [path, near.own],
    ...of(
      topics.filter((topic) => topic.endpoints[0]?.id === id),
      near.own - 1,
    ),
    ...of(
      topics.filter((topic) => topic.endpoints.some((one) => one.id === id)),
      near.topic,
    ),
    ...trials.map(([trial, own]): [string, number] => [
      trial.path,
      own.some(({ outcome }) => outcome.role === 'primary')
        ? near.study
        : Math.min(near.synthesis, near.touched + Math.floor(own.length / 3)),
    ]),
    ...facts.flatMap(({ report }): About => (report.review ? [] : [[report.reference.path, near.touched]])),
    ...of(
      endpoints.filter((one) => one.data.family === family && one.data.divides?.into.includes(id)),
      near.touched,
    ),
  ];
}

/** Pages of a kind, where a query that asks for it means these and not nearly all pages. */
function ofKind(kind: string, { reviews, syntheses }: Library): About {
  if (kind === 'Review')
    return [...of(reviews, near.own), ...works(reviews.map(({ reference }) => reference))];
  return kind === 'Synthesis' ? of(syntheses, near.own) : [];
}

/** Journals, each with its works. */
function journals(references: readonly ReferenceNode[]): SearchEntity[] {
  const published = references.flatMap((reference) => {
    const title = reference.data['container-title'];
    return title === undefined ? [] : [{ title, reference }];
  });
  return [...Map.groupBy(published, ({ title }) => title)].map(([title, works]) => ({
    id: `journal:${title}`,
    label: { en: title },
    names: named('label', [
      ...new Set([title, ...works.map(({ reference }) => reference.data['container-title-short'])]),
    ]),
    about: of(
      works.map(({ reference }) => reference),
      near.therapy,
    ),
  }));
}
