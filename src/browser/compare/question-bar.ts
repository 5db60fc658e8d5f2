import { part } from '../elements.ts';
import type { Catalogue } from '../../compare/catalogue.ts';
import type { Question } from '../../compare/question.ts';
import type { View } from '../../compare/view.ts';
import { chosenChips, filterChips } from '../../views/comparison/chooser.ts';
import { firstIn, need } from '../../model/need.ts';

type Change = (view: View) => Partial<View>;

/** The question as chips: what was chosen, and the settings and age groups that arms are kept to. */
export class QuestionBar {
  readonly #host: HTMLElement;
  readonly #controls: HTMLInputElement;

  constructor(host: HTMLElement, change: (change: Change) => void) {
    this.#host = part(host, '.question');
    this.#controls = part<HTMLInputElement>(this.#host, 'input[name=controls]');
    this.#controls.addEventListener('change', () => change(() => ({ controls: this.#controls.checked })));
    this.#host.addEventListener('click', ({ target }) => {
      const { remove, filter, value } = (target as Element).closest<HTMLElement>('button')?.dataset ?? {};
      if (remove !== undefined) {
        change(({ sides, arms }) => ({
          sides: sides.filter((key) => key !== remove),
          arms: arms.filter((key) => key !== remove),
          without: [],
        }));
        part(host, '[role=combobox]').focus();
      } else if (filter !== undefined) {
        const of = filter === 'age' ? 'ages' : 'settings';
        change((view) => ({ [of]: toggled(view[of], need(value)) }));
      }
    });
  }

  show(view: View, question: Question, { arms }: Catalogue): void {
    const held = this.#host.querySelector<HTMLElement>('[data-filter]:focus')?.dataset;
    const chosen = view.arms.map((key) => {
      const own = arms.filter((arm) => arm.key === key || arm.trial === key);
      const name = own.length === 1 || own[0]?.key === key ? firstIn(own).name : (own[0]?.trialName ?? key);
      return { key, name, arms: own.filter((arm) => question.arms.includes(arm.key)).length };
    });
    part(this.#host, '.chosen-chips').innerHTML = chosenChips(question, chosen).text;
    for (const [name, chips] of [
      ['setting', question.settings],
      ['age', question.ages],
    ] as const) {
      const group = part(this.#host, `.filter.${name}`);
      part(group, 'ul').innerHTML = filterChips(name, chips).text;
      group.hidden = chips.length === 0;
    }
    this.#controls.checked = view.controls;
    part(this.#host, '.controls-box').hidden = question.controls.length === 0;
    part(this.#host, '.controls-box span').textContent = String(question.controls.length);
    if (held)
      this.#host
        .querySelector<HTMLElement>(`[data-filter=${held.filter}][data-value="${held.value}"]`)
        ?.focus();
  }
}

const toggled = (list: readonly string[], item: string): string[] =>
  list.includes(item) ? list.filter((one) => one !== item) : [...list, item];

/**
 * A view without one arm: where it was chosen itself it goes, where a side has it the reader's wish is kept.
 */
export function removed({ arms, without }: View, key: string, catalogue: Catalogue): Partial<View> {
  const trial = key.split('.')[0];
  const others = catalogue.arms.filter((arm) => arm.trial === trial && arm.key !== key).map((arm) => arm.key);
  const left = arms.flatMap((one) => (one === key ? [] : one === trial ? others : [one]));
  const isChosen = arms.includes(key) || arms.includes(need(trial));
  return isChosen ? { arms: left } : { without: [...new Set([...without, key])] };
}
