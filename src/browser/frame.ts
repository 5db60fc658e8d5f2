import { leadToSections } from './anchors.ts';
import { keepState } from './languages.ts';
import { SelectionBar } from './compare/selection-bar.ts';
import { keepPages } from './offline/keep.ts';
import { SearchDialog } from './search/opener.ts';
import { ThemeToggle } from './theme-toggle.ts';

/**
 * What every page does, in one file: search, theme, what is set aside to compare, addresses within the page,
 * and what is kept of it.
 */
customElements.define('search-dialog', SearchDialog);
customElements.define('theme-toggle', ThemeToggle);
customElements.define('selection-bar', SelectionBar);
leadToSections();
keepState();
keepPages();
