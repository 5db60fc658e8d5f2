/** The message of a parser as the beginning of a finding. */
export function lowerFirst(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}

/** What to do about what the parser of YAML says. */
export function yamlHelp(message: string): string {
  if (/unique/i.test(message)) return 'keep one of the two keys';
  if (/values, more than/.test(message)) return 'split it, or remove what does not belong to it';
  if (/alias/.test(message)) return 'write the values out in place of the alias';
  if (/nested/.test(message)) return 'no entry needs such depth; remove brackets or indents';
  if (/block scalar header|tag/i.test(message))
    return 'put a value that begins with >, | or ! in quotes: ">60"';
  if (/tabs/i.test(message)) return 'indent with spaces, not with tabs';
  return 'check the indentation, colons and quotes around this place';
}

/** What to do about what the parser of bodies says. */
export function mdxHelp(message: string): string {
  if (/nested/.test(message)) return 'no text needs such depth; remove the marks';
  if (/marks such as/.test(message)) return 'split the passage with blank lines, or remove marks';
  if (/bars of tables/.test(message)) return 'split the table, or record it as data';
  if (/braces over/.test(message)) return 'remove braces; a body needs them for comments only';
  if (/characters, more/.test(message)) return 'shorten it; figures belong in outcomes, not in prose';
  if (/import\/exports/.test(message)) return 'begin the line with another word than import or export';
  if (/create a comment/.test(message)) return 'write a comment as {/* … */}';
  if (/create a link/.test(message)) return 'write a link as [text](address)';
  if (/closing (tag|slash)/i.test(message)) return 'open and close the tag: <Fact id="…" />, <sub>2</sub>';
  if (/name|attribute|tag/i.test(message)) return 'write &lt; for a bare <, and close a component with />';
  if (/acorn|expression/i.test(message)) return 'write &#123; for a bare {';
  return 'see CONTRIBUTING.md for what a body may hold';
}
