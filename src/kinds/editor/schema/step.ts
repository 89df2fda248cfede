import { z } from 'zod';
import { blockSchema } from '../../../schema/block';
import { focusSchema } from '../../../schema/focus';
import { stepFields } from '../../../schema/scene';
import { lineWithTabs, nonEmptyLine } from '../../../schema/text';
import { checkFilePart, lineRange, sourceFields } from './source';

const fileName = (description: string, otherwise: string) =>
  nonEmptyLine.optional().meta({ description, otherwise, examples: ['src/pay.ts'] });

const inFile = fileName('The file.', 'the file that is open');

const replacement = z
  .strictObject({
    text: lineWithTabs.min(1).meta({ description: 'Words that stand in the code, on one line.', examples: ['amount: any'] }),
    with: lineWithTabs.meta({ description: 'What stands there then.', examples: ['amount: number'] }),
  })
  .meta({
    id: 'editorReplacement',
    title: 'Replacement',
    description: 'Other words wherever these stand.',
    examples: [{ text: 'amount: any', with: 'amount: number' }],
  });

const change = z
  .strictObject({
    in: inFile,
    ...sourceFields,
    replace: z
      .array(replacement)
      .min(1)
      .max(50)
      .optional()
      .meta({
        description: 'Other words in the code as it is.',
        otherwise: '`text` or `file` has the whole code',
        examples: [[{ text: 'amount: any', with: 'amount: number' }]],
      }),
  })
  .superRefine((value, context) => {
    if ([value.text, value.file, value.replace].filter((each) => each !== undefined).length !== 1)
      context.addIssue({ code: 'custom', path: [], message: 'exactly one of "text", "file" and "replace"' });
    checkFilePart(value, context);
  })
  .meta({
    id: 'editorChange',
    title: 'Another version',
    description: 'Another version of a file. What stays moves to its new place.',
    rule: 'Exactly one of `text`, `file` and `replace`.',
    examples: [{ replace: [{ text: 'any', with: 'number' }] }],
  });

const typing = z
  .strictObject({
    in: inFile,
    text: z
      .union([lineWithTabs, z.array(lineWithTabs).min(1)])
      .meta({ description: 'What is typed: words, or a list of lines.', examples: ['?? 0', ['', 'export default pay;']] }),
    after: lineWithTabs
      .min(1)
      .optional()
      .meta({ description: 'Words of the code right after which it is typed.', otherwise: '`line` says where', examples: ['amount'] }),
    line: z
      .number()
      .int()
      .min(0)
      .max(99_999)
      .optional()
      .meta({
        description: 'The line below which it is typed, as lines of its own; 0 is the top.',
        unit: 'none',
        otherwise: '`after` says where',
        examples: [3],
      }),
  })
  .refine(({ after, line }) => (after === undefined) !== (line === undefined), 'exactly one of "after" and "line"')
  .meta({
    id: 'editorTyping',
    title: 'Typing',
    description: 'Code that is typed into a file.',
    rule: 'Exactly one of `after` (words that stand there once) and `line`.',
    examples: [{ after: 'amount', text: ' ?? 0' }],
  });

const problem = z
  .strictObject({
    in: inFile,
    text: lineWithTabs.min(1).meta({ description: 'Whole words in the code, which get the wavy line.', examples: ['any'] }),
    line: z
      .number()
      .int()
      .min(1)
      .max(99_999)
      .optional()
      .meta({ description: 'The line they stand on.', unit: 'none', otherwise: 'the first that has them', examples: [3] }),
    severity: z
      .enum(['error', 'warning', 'info'])
      .default('error')
      .meta({
        description: 'How bad it is.',
        enumDescriptions: ['It does not compile.', 'Careful.', 'Good to know.'],
        examples: ['warning'],
      }),
    message: nonEmptyLine.meta({ description: 'What the editor says, below the line.', examples: ['Unexpected any.'] }),
  })
  .meta({
    id: 'editorProblem',
    title: 'Problem',
    description: 'A wavy line below words, and its message.',
    examples: [{ text: 'any', severity: 'warning', message: 'Unexpected any.' }],
  });

const place = z.union([z.number().int().min(1).max(99_999), nonEmptyLine]);

const placeList = z.array(place).min(1).max(50);

const places = (description: string, otherwise: string, examples: unknown[]) =>
  placeList.optional().meta({ description, otherwise, examples });

const PLACES = 'line numbers (`3`, `"3-5"`) and whole words of the code';

export const editorStepSchema = z
  .strictObject({
    ...stepFields,
    open: fileName('The file that comes to the front. It stays there.', 'the one before; at the first step the first file'),
    beside: z
      .union([nonEmptyLine, z.null()])
      .optional()
      .meta({
        description: 'The file in a second pane, which stays; `null` closes the pane.',
        otherwise: 'as before',
        examples: ['src/pay.test.ts'],
      }),
    change: z
      .array(change)
      .min(1)
      .max(20)
      .optional()
      .meta({ description: 'Other versions of files.', otherwise: 'none', examples: [[{ replace: [{ text: 'any', with: 'number' }] }]] }),
    type: typing.optional().meta({ ...typing.meta(), id: undefined, otherwise: 'nothing is typed' }),
    highlight: places(`What has a bright ground at this step: ${PLACES}.`, 'nothing', [[3, '5-7', 'amount']]),
    focus: z
      .union([placeList, focusSchema])
      .optional()
      .meta({
        description:
          `What stays bright at this step, while all else is dim: a list of ${PLACES}. Or, with nothing dim, what matters at this stop, ` +
          'as at any step, which the key `y` brings out.',
        otherwise: 'everything is bright',
        examples: [['3-5'], { row: 'return total' }],
      }),
    fold: z
      .array(lineRange)
      .min(1)
      .max(50)
      .optional()
      .meta({ description: 'Lines that are folded into the first of them at this step.', otherwise: 'none', examples: [['4-12']] }),
    diff: z
      .boolean()
      .optional()
      .meta({
        description: 'Shows at this step what the last change of the open file removed and added.',
        default: false,
        examples: [true],
      }),
    problems: z
      .array(problem)
      .min(1)
      .max(10)
      .optional()
      .meta({
        description: 'Wavy lines and messages at this step.',
        otherwise: 'none',
        examples: [[{ text: 'any', severity: 'warning', message: 'Unexpected any.' }]],
      }),
    blocks: z
      .array(blockSchema)
      .min(1)
      .optional()
      .meta({
        description: 'What the terminal below prints, after what it printed before. The terminal stays open.',
        otherwise: 'nothing',
        examples: [[{ type: 'shell', prompt: '~/shop $', command: 'npm test' }]],
      }),
    terminal: z
      .boolean()
      .optional()
      .meta({ description: 'Opens the terminal, or closes it.', otherwise: 'as before; `blocks` open it', examples: [false] }),
  })
  .superRefine(({ blocks = [], terminal }, context) => {
    if (blocks.length > 0 && terminal === false)
      context.addIssue({ code: 'custom', path: ['terminal'], message: 'no "blocks" beside it, as a closed terminal prints nothing' });
    blocks.forEach((each, index) => {
      if (each.type === 'clear' && index > 0)
        context.addIssue({ code: 'custom', path: ['blocks', index], message: 'a clear only as the first block of a step' });
    });
  });

export type EditorStepSource = z.output<typeof editorStepSchema>;
export type Place = z.output<typeof place>;
