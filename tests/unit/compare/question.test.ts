import { describe, expect, it } from 'vitest';
import type { Catalogue, ChoosableArm } from '../../../src/compare/catalogue.ts';
import { fitting, offersOf } from '../../../src/compare/offers.ts';
import { questionOf } from '../../../src/compare/question.ts';
import { armsOf, sideKey, sideName, sideOf } from '../../../src/compare/sides.ts';
import { emptyView, type View } from '../../../src/compare/view.ts';

const named = (id: string, label: string, also: string[] = []) => ({ id, label, also });
const therapy = (id: string, own: string, targets: string[]) => ({
  ...named(id, id.toUpperCase()),
  class: own,
  targets,
});
const arm = (key: string, given: string[], more: Partial<ChoosableArm> = {}): ChoosableArm => {
  const [trial] = key.split('.') as [string];
  return {
    key,
    trial,
    trialName: trial,
    name: key,
    role: 'single',
    given,
    setting: 'relapsed',
    age: 'adult',
    ...more,
  };
};

const catalogue: Catalogue = {
  therapies: [
    therapy('one', 'cells', ['x']),
    therapy('two', 'cells', ['x']),
    therapy('both', 'cells', ['x', 'y']),
    therapy('conjugate', 'adc', ['y']),
  ],
  classes: [named('cells', 'CAR T cells', ['CAR-T']), named('adc', 'Antibody–drug conjugate')],
  targets: [named('x', 'Antigen X', ['Xö']), named('y', 'Antigen Y')],
  settings: [named('new', 'Newly diagnosed'), named('relapsed', 'Relapsed')],
  ages: [
    { ...named('adult', 'Adults'), within: ['all'] },
    { ...named('older', 'Older adults'), within: ['adult', 'all'] },
    { ...named('all', 'All ages'), within: [] },
  ],
  arms: [
    arm('a.one', ['one']),
    arm('b.two', ['two'], { setting: 'new' }),
    arm('c.both', ['both'], { age: 'older' }),
    arm('d.adc', ['conjugate'], { role: 'experimental' }),
    arm('d.control', [], { role: 'comparator' }),
    arm('d.earlier', [], { role: 'historical' }),
    arm('e.all', ['one', 'conjugate'], { age: 'all' }),
  ],
};
const question = (view: Partial<View>) => questionOf({ ...emptyView, ...view }, catalogue);

describe('a side', () => {
  it.each([
    ['therapy:one', ['a.one', 'e.all'], 'ONE'],
    ['class:cells', ['a.one', 'b.two', 'c.both', 'e.all'], 'CAR T cells'],
    ['target:y', ['c.both', 'd.adc', 'e.all'], 'Antigen Y, any therapy'],
    ['class:cells.target:x', ['a.one', 'b.two', 'e.all'], 'Antigen X CAR T cells'],
    ['class:adc.target:y', ['d.adc', 'e.all'], 'Antigen Y antibody–drug conjugate'],
  ])('%s has its arms, and a name with the capitals of its own', (key, arms, name) => {
    expect(armsOf(sideOf(key), catalogue).map((one) => one.key)).toEqual(arms);
    expect(sideName(sideOf(key), catalogue)).toBe(name);
    expect(sideKey(sideOf(key))).toBe(key);
  });

  it('of which the base knows nothing is told', () => {
    expect(question({ sides: ['class:none', 'therapy:one'] })).toMatchObject({
      unknown: ['class:none'],
      arms: ['a.one', 'e.all'],
    });
  });
});

describe('a question', () => {
  it('has the arms of its sides, each once, then those that were chosen by themselves', () => {
    const { sides, arms } = question({
      sides: ['class:cells.target:x', 'therapy:conjugate'],
      arms: ['c', 'a', 'nobody'],
    });
    expect(arms).toEqual(['a.one', 'b.two', 'e.all', 'd.adc', 'c.both', 'nobody']);
    expect(sides.map((side) => side.arms)).toEqual([['a.one', 'b.two', 'e.all'], ['d.adc']]);
  });

  it('says which arms it leaves out by which choice, and takes a narrower age group for the wider one', () => {
    const { arms, leftOut } = question({
      sides: ['class:cells'],
      settings: ['relapsed'],
      ages: ['adult'],
      without: ['a.one'],
    });
    expect(arms).toEqual(['c.both']);
    expect(leftOut.map(({ key, by, value }) => [key, by, value])).toEqual([
      ['a.one', 'your choice', ''],
      ['b.two', 'setting', 'Newly diagnosed'],
      ['e.all', 'age group', 'All ages'],
    ]);
  });

  it('counts what each value would leave beside the other choices, and offers none that keeps to nothing', () => {
    const { settings, ages } = question({ sides: ['class:cells'], settings: ['relapsed'] });
    expect(settings.map(({ id, arms, on }) => [id, arms, on])).toEqual([
      ['new', 1, false],
      ['relapsed', 3, true],
    ]);
    expect(ages.map(({ id, arms }) => [id, arms])).toEqual([
      ['adult', 2],
      ['older', 1],
    ]);
  });

  it('adds the control arms of the same trials where asked, no historical ones', () => {
    expect(question({ sides: ['therapy:conjugate'] }).controls).toEqual(['d.control']);
    expect(question({ sides: ['therapy:conjugate'], controls: true }).arms).toEqual([
      'd.adc',
      'd.control',
      'e.all',
    ]);
  });
});

describe('what is typed', () => {
  const offers = offersOf(catalogue);
  const first = (typed: string) => fitting(offers, typed)[0];

  it('finds the class against a target as one choice, with its arms', () => {
    expect(first('antigen x')).toMatchObject({
      name: 'Antigen X CAR T cells',
      kind: 'class and target',
      arms: 3,
    });
    expect(first('CAR-T')).toMatchObject({ kind: 'class and target' });
    expect(first('xo')!.name).toContain('Antigen X');
  });

  it('finds therapy, trial and arm by name, and nothing by no word', () => {
    expect(first('one')).toMatchObject({ adds: { side: 'therapy:one' } });
    expect(first('d')).toMatchObject({ adds: { arm: 'd' }, arms: 3 });
    expect(first('d.control')).toMatchObject({ adds: { arm: 'd.control' } });
    expect(fitting(offers, '  ')).toEqual([]);
    expect(fitting(offers, 'unheard of')).toEqual([]);
  });

  it('offers no class with one set of targets twice', () => {
    expect(
      offers.filter(({ name }) => name.toLowerCase().includes('conjugate')).map(({ kind }) => kind),
    ).toEqual(['class', 'therapy']);
  });
});
