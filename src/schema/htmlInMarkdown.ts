import { UNPRINTABLE } from '../core/richText';

/** The elements of HTML (https://html.spec.whatwg.org/#elements-3), and those of SVG and MathML that start a drawing or a formula. */
const ELEMENTS = new Set(
  (
    'a abbr acronym address applet area article aside audio b base bdi bdo big blink blockquote body br button canvas caption ' +
    'center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font ' +
    'footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main ' +
    'map mark marquee math menu meta meter nav nobr noscript object ol optgroup option output p param picture plaintext pre ' +
    'progress q rp rt ruby s samp script search section select slot small source span strike strong style sub summary sup svg ' +
    'table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr'
  ).split(' '),
);

/** What to write in place of elements that Markdown has its own marks for. */
const REPLACEMENTS: readonly (readonly [elements: string, instead: string])[] = [
  ['b strong mark', '**words**'],
  ['i em cite dfn var', '*words*'],
  ['code kbd samp tt pre', '`words`'],
  ['s del strike', '~~words~~'],
  ['a', '[words](https://…)'],
  ['br p div li ul ol', 'a text of its own for each line'],
  ['img picture', 'a picture in a field of its own'],
];

const CHARACTERS: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\\u00a0',
  shy: '\\u00ad',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  copy: '©',
  reg: '®',
  trade: '™',
  times: '×',
  middot: '·',
  bull: '•',
  laquo: '«',
  raquo: '»',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  larr: '←',
  rarr: '→',
  check: '✓',
  deg: '°',
  euro: '€',
};

/** Returns the name of the element that `tag` starts or ends, in lower case; an empty text for a comment. */
export function tagName(tag: string): string {
  return (/^<\/?([a-z][a-z0-9]*)(?=[\s/>])/iu.exec(tag)?.[1] ?? '').toLowerCase();
}

/** Returns what to write in place of the tag or comment `tag`; undefined if it is not HTML, such as the type `<T>`. */
export function insteadOfTag(tag: string): string | undefined {
  const shown = `, or \\\\${tag.slice(0, 24)} to show it as it is`;
  if (/^<[!?]/u.test(tag)) return `nothing, as comments are not shown${shown}`;
  // A capital letter alone is the name of a type.
  if (/^<\/?[A-Z][\s/>]/u.test(tag) || !ELEMENTS.has(tagName(tag))) return undefined;
  const instead = REPLACEMENTS.find(([elements]) => elements.split(' ').includes(tagName(tag)))?.[1];
  return (instead ?? 'the words alone') + shown;
}

/** Returns the first character reference of HTML in `text`, such as `&amp;`, and what to write in its place. */
export function characterReferenceIn(text: string): { readonly reference: string; readonly instead: string } | undefined {
  for (const [reference, name = ''] of text.matchAll(/&(#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]+);/gu)) {
    if (!name.startsWith('#') && CHARACTERS[name] === undefined) continue;
    return { reference, instead: insteadOfCharacter(CHARACTERS[name] ?? numbered(name.slice(1))) };
  }
  return undefined;
}

function insteadOfCharacter(character: string | undefined): string {
  return character === undefined ? 'nothing, as a text cannot have that character' : `the character itself, "${character}"`;
}

/** Returns the character with a number of Unicode, as JSON has it; undefined for one that a text cannot have. */
function numbered(number: string): string | undefined {
  const code = Number(number.replace(/^[xX]/u, '0x'));
  const character = code <= 0x10ffff ? String.fromCodePoint(code) : '\0';
  if (UNPRINTABLE.test(character) || /\p{Cs}|\p{Cn}/u.test(character)) return undefined;
  if (!/[\p{C}\p{Z}]/u.test(character)) return character;
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
