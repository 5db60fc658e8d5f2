import { pairsOf } from './han.ts';

const ignored = /<([a-z-]+)\b[^>]*\sdata-pagefind-ignore\b[^]*?<\/\1>/g;
const unseen = /<(script|style|svg|template)\b[^]*?<\/\1>/g;

/**
 * A page with two hidden fields for the search: the Chinese pairs of its own names, and those of all that is searched on
 * it. Pages without Chinese stay as they are.
 */
export function withHanFields(html: string): string {
  const body = /<main\b[^>]*\sdata-pagefind-body\b[^>]*>/.exec(html);
  if (!body) return html;
  const from = body.index + body[0].length;
  const main = html.slice(from, html.lastIndexOf('</main>')).replace(unseen, ' ').replace(ignored, ' ');
  const names = [
    /<h1\b[^]*?<\/h1>/.exec(main)?.[0],
    ...[...main.matchAll(/data-pagefind-meta="names:([^"]*)"/g)].map(([, own]) => own),
  ];
  const fields = { 'han-names': pairsOf(names.join(' ')), han: pairsOf(main) };
  const spans = Object.entries(fields).map(([name, pairs]) =>
    pairs.length > 0 ? `<span hidden data-pagefind-meta="${name}:${pairs.join(' ')}"></span>` : '',
  );
  return html.slice(0, from) + spans.join('') + html.slice(from);
}
