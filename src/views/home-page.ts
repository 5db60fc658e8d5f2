import type { Library } from '../evidence/library.ts';
import { home } from '../i18n/home.ts';
import { count } from '../wording/count.ts';
import { answersOf } from './answers.ts';
import { leadingSetting, resultsByTherapy } from './by-therapy.ts';
import { waysOf } from './navigation.ts';
import { searchExamples } from './search-examples.ts';
import { whatIsNew } from './what-is-new.ts';

/** The first page: how much there is, what was found by therapy, questions answered, what is new. */
export function homePage(library: Library) {
  const { trials, therapies, references, reviews, facts, topics, endpoints } = library;
  const setting = leadingSetting(library);
  const results = setting ? resultsByTherapy(library, setting.id) : [];
  return {
    size: home.size(count(trials.length), count(facts.size)),
    setting: setting?.label,
    results,
    answers: answersOf(
      library,
      results.find(({ id }) => id === 'toxicity'),
    ),
    news: whatIsNew(library),
    ways: waysOf(library, {
      '/trials/': count(trials.length),
      '/therapies/': count(therapies.length),
      '/topics/': count(topics.length),
      '/references/': count(references.length),
      '/reviews/': count(reviews.length),
      '/endpoints/': count(endpoints.length),
    }),
    examples: searchExamples(library),
  };
}
