import { z } from 'zod';
import { ROLES, type Role } from '../core/roles';
import { expandTabs, TAB_WIDTHS } from '../core/expandTabs';
import { UNPRINTABLE } from '../core/richText';
import { splitGraphemes } from '../core/terminal/width';

/** Reports the first character of `text` that cannot be shown, with its position. */
function rejectUnprintable(text: string, context: z.core.$RefinementCtx<string>, kind: string): void {
  const found = UNPRINTABLE.exec(text);
  if (!found) return;
  const code = found[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  const refused = kind === 'plain text' ? 'no control characters' : 'no control characters, line breaks';
  const remedy = code === '0009' ? '; write spaces in place of the tab' : '';
  context.addIssue({
    code: 'custom',
    message:
      `${kind}; the character U+${code} at position ${found.index + 1} cannot be shown (${refused} or marks that change ` +
      `the direction of text)${remedy}`,
  });
}

/** One line of plain text: no line breaks, control characters or marks that change the direction of text. */
export const singleLine = z
  .string()
  .normalize('NFC')
  .superRefine((text, context) => rejectUnprintable(text, context, 'plain text on one line'));

/** One line that may contain tabs. */
export const lineWithTabs = z
  .string()
  .normalize('NFC')
  .superRefine((text, context) => rejectUnprintable(text.replaceAll('\t', ' '), context, 'plain text on one line'));

/** Plain text of any length that may contain line breaks and tabs. */
export const multilineText = z
  .string()
  .min(1)
  .normalize('NFC')
  .superRefine((text, context) => rejectUnprintable(text.replaceAll(/[\n\r\t]/gu, ' '), context, 'plain text'));

export const nonEmptyLine = singleLine.refine((text) => text.trim() !== '', 'some text; it is empty');

/** Descriptions of the roles for editors and the reference. */
const ROLE_DESCRIPTIONS: Readonly<Record<Role, string>> = {
  text: 'Ordinary words.',
  dim: 'Said in passing: less bright than the rest.',
  ok: 'It worked.',
  error: 'It failed.',
  warn: 'Careful, or not yet.',
  info: 'Good to know.',
  agent: 'The agent, and what it says of itself.',
  user: 'You, and what you type.',
  accent: 'The one thing to look at.',
  key: 'In code: keys and keywords.',
  string: 'In code: texts.',
  number: 'In code: numbers and constants.',
  punctuation: 'In code: brackets and commas.',
  comment: 'In code: comments.',
};

export const roleSchema = z
  .enum(ROLES)
  .meta({
    id: 'role',
    title: 'Role',
    description: 'What the text means; the theme gives each role its colour.',
    enumDescriptions: ROLES.map((name) => ROLE_DESCRIPTIONS[name]),
    examples: ['ok'],
  });

/** A lower-case id, as used in addresses. */
export const idSchema = z.string().regex(/^[a-z][a-z0-9-]*$/u, 'an id of small letters, digits and hyphens that starts with a letter');

/** The name of a variable, which texts refer to as `{{name}}`. */
export const variableNameSchema = z
  .string()
  .regex(/^[A-Za-z][\w-]*$/u, 'a name of letters, digits, hyphens and underscores that starts with a letter');

/** The field `$schema` of a file. `example` is a path an author could write. */
export const schemaReference = (example: string) =>
  z
    .string()
    .optional()
    .meta({ description: 'Where your editor finds this schema, from the file’s own folder.', examples: [example] });

const textRunSchema = z
  .strictObject({
    text: lineWithTabs.meta({ description: 'The words.', examples: ['Hello'] }),
    role: roleSchema
      .optional()
      .meta({
        description: 'What the words mean, which gives them their colour.',
        otherwise: 'as the words around them',
        examples: ['ok'],
      }),
    bold: z
      .boolean()
      .optional()
      .meta({ description: 'Heavier type.', default: false, examples: [true] }),
  })
  .meta({
    id: 'stretch',
    title: 'Stretch of text',
    description: 'Words in one style.',
    examples: [{ text: '401 Unauthorized', role: 'error', bold: true }],
  });

type RichTextSource = string | (string | z.output<typeof textRunSchema>)[];

/** Expands tabs to a terminal's tab stops, counted over all runs of the line. */
function expandRichTextTabs(text: RichTextSource): RichTextSource {
  if (typeof text === 'string') return expandTabs([text], TAB_WIDTHS.output)[0] ?? '';
  const texts = expandTabs(
    text.map((part) => (typeof part === 'string' ? part : part.text)),
    TAB_WIDTHS.output,
  );
  return text.map((part, index) => (typeof part === 'string' ? (texts[index] ?? '') : { ...part, text: texts[index] ?? '' }));
}

export const richTextSchema = z
  .union([lineWithTabs, z.array(z.union([lineWithTabs, textRunSchema])).min(1)])
  .overwrite(expandRichTextTabs)
  .meta({
    id: 'richText',
    title: 'Styled text',
    description:
      'One line: a plain text, or a list of texts and styled stretches that stand one after the other. A tab leads to the next ' +
      'of the stops that come every 8 columns.',
    examples: ['Hello', ['Status: ', { text: 'ready', role: 'ok', bold: true }]],
  });

export const colourSchema = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/u, 'a colour as #rrggbb')
  .toLowerCase();

export const hrefSchema = z
  .string()
  .regex(/^(https?:\/\/|mailto:)\S+$/u, 'an address that starts with https://, http:// or mailto:')
  .meta({ description: 'Where the link leads. Opens in a new tab.', examples: ['https://example.com/slides'] });

/** The sign in the tab of a browser window. */
export const tabSign = (example: string) =>
  nonEmptyLine
    .refine((text) => splitGraphemes(text).length <= 2, 'an emoji or up to two letters')
    .meta({ description: 'The sign in the tab: an emoji or up to two letters.', otherwise: 'none', examples: [example] });
