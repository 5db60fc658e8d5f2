import { shownFamilies, type Arrangement } from '../../compare/arrange.ts';
import { markup, type Markup } from '../../wording/markup.ts';
import { rowName } from '../../compare/row-name.ts';
import { compareWords } from '../../i18n/compare.ts';
import { words } from '../../i18n/words.ts';

/** A box for each endpoint that the chosen arms report or plan, family by family. */
export function endpointChoices({ endpoints }: Arrangement): Markup {
  const families = [...Map.groupBy(endpoints, ({ family }) => family)];
  return markup`${families.map(
    ([family, own]) =>
      markup`<fieldset><legend>${words.family[family]}</legend>${own.map(({ id, label }) => {
        const usual = shownFamilies.includes(family);
        return markup`<label><input type="checkbox" name="endpoint" value="${id}" data-usual="${usual ? 'yes' : 'no'}"> ${label}</label>`;
      })}</fieldset>`,
  )}`;
}

/** By what the arms can be ordered: as chosen, by name, by year, by the figures of a row. */
export function sortChoices({ rows }: Arrangement): Markup {
  const { chosen, name, year } = compareWords.sort;
  return markup`<option value="">${chosen}</option><option value="name">${name}</option><option value="year">${year}</option>${rows.map(
    (row) => markup`<option value="${row.key}">${rowName(row)}</option>`,
  )}`;
}
