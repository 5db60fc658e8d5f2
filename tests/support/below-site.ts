import fs from 'node:fs';
import path from 'node:path';

/** Where the site of `layOutBelow` stands: below a path of a host that holds other things, too. */
export const belowUrl = 'https://owner.example/some/where/';

/**
 * Lays out the base of `examples/` as one that stands below a path of its host: in both languages, with a
 * study that was renamed, one that was withdrawn, and a repository.
 */
export function layOutBelow(example: string, root: string): void {
  fs.cpSync(example, root, { recursive: true });
  const edit = (name: string, change: (text: string) => string) => {
    const file = path.join(root, name);
    fs.writeFileSync(file, change(fs.readFileSync(file, 'utf8')));
  };
  edit('base.yaml', (text) =>
    text
      .replace(/^url: .*$/m, `url: ${belowUrl}\nrepository: https://code.example/owner/where`)
      .replace(/^languages: .*\n/m, ''),
  );
  edit('permanent-urls.yaml', (text) =>
    [
      text.trimEnd(),
      '- {was: /trials/old/, now: /trials/dapa-hf/}',
      '- {was: /trials/gone/, withdrawn: It was never done., on: 2026-01-31}\n',
    ].join('\n'),
  );
}
