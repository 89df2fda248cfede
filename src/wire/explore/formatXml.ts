/** Deeper elements are not indented further. */
const MAX_INDENT_LEVEL = 100;

/**
 * Formats XML with a line for each element and each attribute. For short documents of elements, attributes and text, such as SAML
 * requests; comments and CDATA are not treated specially.
 */
export function formatXml(xml: string): string {
  let depth = 0;
  const lines: string[] = [];
  const parts = xml.trim().match(/<[^>]*>|[^<]+/gu) ?? [];
  parts.forEach((part, index) => {
    if (part.trim() === '') return;
    const closes = part.startsWith('</');
    if (closes) depth -= 1;
    const indent = '  '.repeat(Math.min(MAX_INDENT_LEVEL, Math.max(0, depth)));
    const before = parts[index - 1] ?? '';
    // Text and the closing tag after it stay on the line of the opening tag.
    const staysOnLine = !part.startsWith('<') || (closes && !before.startsWith('<'));
    if (staysOnLine && lines.length > 0) lines[lines.length - 1] += part.trim();
    else for (const line of tagLines(part, indent)) lines.push(line);
    if (/^<[^/?!]/u.test(part) && !part.endsWith('/>')) depth += 1;
  });
  return lines.join('\n');
}

/** Returns the lines of a tag: one, and one more for each attribute if it has several. */
function tagLines(tag: string, indent: string): string[] {
  const attributes = tag.match(/[\w:.-]+="[^"]*"/gu) ?? [];
  if (attributes.length < 2 || tag.startsWith('<?')) return [indent + tag];
  const name = /^<[^\s/>]+/u.exec(tag)?.[0] ?? '<';
  const end = tag.endsWith('/>') ? '/>' : '>';
  return [indent + name, ...attributes.map((each, at) => `${indent}  ${each}${at === attributes.length - 1 ? end : ''}`)];
}
