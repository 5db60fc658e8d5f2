import { SectionNav } from './section-nav.ts';

customElements.define('section-nav', SectionNav);
