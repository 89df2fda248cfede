import { z } from 'zod';
import { ROLES } from '../core/roles';
import { UNMEASURABLE } from '../core/text';

/** One line of plain text: no line breaks, no control characters, nothing the terminal cannot measure. */
export const line = z
  .string()
  .transform((text) => text.normalize('NFC'))
  .superRefine((text, context) => {
    const found = UNMEASURABLE.exec(text);
    if (!found) return;
    const code = found[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    context.addIssue({
      code: 'custom',
      message: `plain text on one line; the character U+${code} at position ${found.index + 1} cannot be shown (no control characters, line breaks, joiners, variation selectors or combining marks)`,
    });
  });

/** A line that must not be empty. */
export const words = line.refine((text) => text.trim() !== '', 'some text; it is empty');

export const role = z.enum(ROLES).describe('What the text means; the theme gives each role its colour.');

const run = z
  .strictObject({
    text: line.describe('The words.'),
    role: role.optional(),
    bold: z.boolean().optional().describe('Heavier type. Default: false.'),
  })
  .describe('A stretch of text in one style.');

export const richText = z
  .union([line, z.array(z.union([line, run])).min(1)])
  .describe('A line of text: a string, or a list of strings and styled stretches.');

/** An address a link may lead to: http, https or mailto; never a script. */
export const href = z
  .string()
  .regex(/^(https?:\/\/|mailto:)\S+$/u, 'an address that starts with https://, http:// or mailto:')
  .describe('Where the link leads. Opens in a new tab.');
