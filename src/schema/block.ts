import { z } from 'zod';
import { codeFields, hasOneSource, ONE_SOURCE } from './code';
import { line, richText, role, words } from './text';

/** Fields every block has. */
const base = {
  tight: z.boolean().optional().describe('Joins the block to the one before, without an empty line. Default: false.'),
  pause: z.number().int().min(0).max(10_000).optional().describe('Milliseconds to wait before the block appears. Default: the story’s `timing.pause`.'),
};

const shell = z
  .strictObject({ type: z.literal('shell'), ...base, prompt: words.describe('What stands before the command, for example "~/project $".'), command: line.describe('What is typed.') })
  .describe('A shell prompt with a command typed after it.');

const say = z
  .strictObject({
    type: z.literal('say'),
    ...base,
    who: words.describe('The speaker’s label, for example "You:".'),
    role: role.describe('Colour of the label.'),
    text: z.array(richText).min(1).describe('What is said, a list of lines.'),
    typed: z.boolean().optional().describe('Typed key by key, as by a person. Default: false, streamed word by word.'),
  })
  .describe('Somebody speaks: a person typing, or the agent streaming words.');

const box = z
  .strictObject({ type: z.literal('box'), ...base, role: role.optional(), lines: z.array(richText).min(1).describe('The lines in the frame.') })
  .describe('Lines in a rounded frame.');

const list = z
  .strictObject({
    type: z.literal('list'),
    ...base,
    heading: richText.optional(),
    items: z
      .array(z.strictObject({ mark: words.describe('The sign before the row.'), role, text: richText }))
      .min(1)
      .describe('The rows, in order.'),
  })
  .describe('A heading and a row for each item, with a mark before it.');

const badge = z
  .strictObject({
    type: z.literal('badge'),
    ...base,
    label: words.describe('The words in the tag, for example "tool" or "403".'),
    role,
    text: richText,
    detail: z.array(richText).optional().describe('Lines below the badge.'),
  })
  .describe('A coloured tag with words beside it: a tool call, a status.');

const code = z
  .strictObject({ type: z.literal('code'), ...base, ...codeFields, role: role.optional().describe('Colour of the frame. Default: "dim".') })
  .refine(hasOneSource, ONE_SOURCE)
  .describe('Code in a frame, coloured by its grammar.');

const text = z.strictObject({ type: z.literal('text'), ...base, lines: z.array(richText).min(1).describe('The lines.') }).describe('Plain lines of output.');

const rule = z.strictObject({ type: z.literal('rule'), ...base }).describe('A line across the terminal, between two sections.');

const spinner = z
  .strictObject({
    type: z.literal('spinner'),
    ...base,
    frames: z.array(words).min(1).describe('What it turns through; the first is the still picture.'),
    role,
    text: richText,
    done: z
      .strictObject({
        ms: z.number().int().min(100).max(10_000).default(1200).describe('How long it turns before, in milliseconds. Default: 1200.'),
        mark: words.default('✓').describe('The sign that takes its place. Default: "✓".'),
        role: role.default('ok').describe('Colour of the sign. Default: "ok".'),
        text: richText.describe('The words that take the place of `text`.'),
      })
      .optional()
      .describe('How the wait ends within the step. Default: it turns until the story goes on, and must be the last block of its step.')
      .meta({ examples: [{ ms: 1500, mark: '✓', role: 'ok', text: 'Image built in 41 s' }] }),
  })
  .describe('A wait that turns: until the story goes on, or until it is done.');

const table = z
  .strictObject({
    type: z.literal('table'),
    ...base,
    head: z.array(line).optional().describe('Names of the columns. Default: none.'),
    rows: z.array(z.array(richText).min(1)).min(1).describe('The rows, each a list of cells.'),
  })
  .describe('Rows and columns, as wide as their cells; on a narrow screen each row becomes a few lines.');

const tree = z
  .strictObject({
    type: z.literal('tree'),
    ...base,
    lines: z.array(words).min(1).describe('A line for each entry, two spaces further in than the entry it belongs to.'),
  })
  .superRefine(({ lines }, context) => {
    let depth = -1;
    lines.forEach((each, index) => {
      const spaces = each.length - each.trimStart().length;
      if (spaces % 2 !== 0 || spaces / 2 > depth + 1)
        context.addIssue({ code: 'custom', path: ['lines', index], message: 'two spaces further in than the line above, or as far as a line before it' });
      depth = Math.floor(spaces / 2);
    });
  })
  .describe('Files and folders, or anything else that branches.');

const progress = z
  .strictObject({
    type: z.literal('progress'),
    ...base,
    text: richText,
    role: role.optional().describe('Colour of the bar. Default: "info".'),
    ms: z.number().int().min(100).max(10_000).default(1200).describe('How long the bar takes to fill, in milliseconds. Default: 1200.'),
    done: line.describe('What stands behind the full bar, for example "100 %".'),
  })
  .describe('A bar that fills.');

const clear = z.strictObject({ type: z.literal('clear'), ...base }).describe('Clears the terminal. Only as the first block of a step.');

export const block = z.discriminatedUnion('type', [shell, say, box, list, badge, code, text, table, tree, progress, rule, clear, spinner]);

/** One thing a step prints in the terminal, as an author writes it. */
export type BlockSource = z.output<typeof block>;
