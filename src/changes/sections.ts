/**
 * The text of an entry by its sections: heading → words, however its lines are broken. What stands before the
 * first heading is under `opening`; sections of one name are taken together.
 *
 * @param mark is put behind each heading
 */
export function sectionsOf(body: string, mark = ''): Map<string, string> {
  const sections = new Map<string, string>();
  let heading = 'opening';
  for (const line of body.split(/\r?\n/)) {
    heading = /^#{1,2}[ \t]+(.+?)[ \t#]*$/.exec(line)?.[1] ?? heading;
    const key = heading + mark;
    sections.set(key, `${sections.get(key) ?? ''} ${line}`.replace(/\s+/g, ' ').trim());
  }
  for (const [key, words] of sections) if (words === '') sections.delete(key);
  return sections;
}
