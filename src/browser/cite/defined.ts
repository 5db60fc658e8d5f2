import { CiteBox } from './box.ts';

customElements.define('cite-box', CiteBox);
