import { decodeHTMLStrict } from 'entities/decode';
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
  for (const [reference, number] of text.matchAll(/&(?:#(\d{1,7}|[xX][\da-fA-F]{1,6})|[A-Za-z][A-Za-z\d]*);/gu)) {
    const characters = number === undefined ? decodeHTMLStrict(reference) : numbered(number);
    if (characters !== reference) return { reference, instead: insteadOfCharacters(characters) };
  }
  return undefined;
}

function insteadOfCharacters(characters: string): string {
  if (UNPRINTABLE.test(characters) || /\p{Cs}|\p{Cn}/u.test(characters)) return 'nothing, as a text cannot have that character';
  return `the character itself, "${/[\p{C}\p{Z}]/u.test(characters) ? inJson(characters) : characters}"`;
}

/** Returns the character with a number of Unicode; one that no text can have for a number that is too large. */
function numbered(number: string): string {
  const code = Number(number.replace(/^[xX]/u, '0x'));
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\0';
}

/** Returns characters that are not seen as JSON has them. */
function inJson(characters: string): string {
  return characters
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
