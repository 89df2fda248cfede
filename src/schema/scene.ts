import { z } from 'zod';
import { isKey, KEY_NAMES, keysOf } from '../core/keyNames';
import { CHROMES } from '../core/timeline';
import { blockSchema } from './block';
import { focusField } from './focus';
import { idSchema, multilineText, nonEmptyLine, schemaReference } from './text';

const notesSchema = z
  .strictObject({
    say: multilineText.meta({ description: 'What to say at this stop.', examples: ['I ask for the weather, as anybody would.'] }),
    point: multilineText.meta({ description: 'What to point at.', examples: ['The red line at the bottom.'] }),
  })
  .meta({
    id: 'notes',
    title: 'Notes',
    description: 'For the speaker’s eyes only.',
    examples: [{ say: 'I ask for the weather, as anybody would.', point: 'The red line at the bottom.' }],
  });

const captionSchema = nonEmptyLine
  .max(160)
  .optional()
  .meta({
    description: 'What a visitor without a speaker should know here, in a sentence or two: shown in a band below the stage at a booth.',
    otherwise: 'the band is empty; notes are never shown in it',
    examples: ['The agent has no token yet, so the server refuses.'],
  });

const keysSchema = z
  .array(
    z.string().superRefine((combination, context) => {
      const keys = keysOf(combination);
      const wrong = keys.findIndex((key) => !isKey(key));
      if (wrong < 0) return;
      const options = KEY_NAMES.map((name) => keys.with(wrong, name).join('+'));
      context.addIssue({
        code: 'custom',
        message: 'a key or several joined by +, for example "Ctrl+C", "F5" or "Shift+Tab"',
        params: { options },
      });
    }),
  )
  .min(1)
  .optional()
  .meta({
    description: 'The keys that are pressed here, shown as key caps if the story or the presenter turns that on.',
    otherwise: 'none, or those of a recording',
    examples: [['Ctrl+C'], ['Esc', 'Shift+Tab']],
  });

const optionalSchema = z.boolean().optional();
const cutsSchema = z.array(idSchema).min(1).optional();

/** Fields every step of every scene has. */
export const stepFields = {
  title: nonEmptyLine.meta({ description: 'The stop’s name in overviews.', examples: ['The agent is refused'] }),
  notes: notesSchema,
  focus: focusField,
  caption: captionSchema,
  dwell: z
    .number()
    .min(1)
    .max(600)
    .optional()
    .meta({
      description: 'How long this stop is meant to take on stage; the pace and autoplay go by it.',
      unit: 'seconds',
      otherwise: 'the time it takes to read its words',
      examples: [30],
    }),
  keys: keysSchema,
  optional: optionalSchema.meta({
    description: 'The talk may leave this stop out: the speaker window offers it when time is short.',
    default: false,
    examples: [true],
  }),
  cuts: cutsSchema.meta({
    description: 'The short versions that leave this stop out, as in `?cut=short`. It is optional then.',
    otherwise: 'none',
    examples: [['short', 'no-sso']],
  }),
};

/** Fields every scene has, whatever its kind. */
export const sceneFields = {
  $schema: schemaReference('../scenes/scene.schema.json'),
  id: idSchema.meta({ description: 'The scene’s name in addresses: `#/id/step`. Small letters, digits and hyphens.', examples: ['agent'] }),
  title: nonEmptyLine.meta({ description: 'The scene’s name in overviews.', examples: ['The agent asks for the weather'] }),
  over: z
    .boolean()
    .optional()
    .meta({
      description: 'Opens in a window over what the scene before it shows, which stays in sight around it.',
      default: false,
      examples: [true],
    }),
  optional: optionalSchema.meta({ description: 'The talk may leave out any of this scene’s stops.', default: false, examples: [true] }),
  cuts: cutsSchema.meta({
    description: 'The short versions that leave this scene out, as in `?cut=short`. Its stops are optional then.',
    otherwise: 'none',
    examples: [['short', 'no-sso']],
  }),
  detour: z
    .boolean()
    .optional()
    .meta({
      description: 'Is not on the way, but a detour: shown only when the presenter goes there, for a question, and comes back.',
      default: false,
      examples: [true],
    }),
};

/** Fields of scenes that print in the terminal. */
export const terminalFields = {
  window: nonEmptyLine.meta({ description: 'Title of the terminal window.', examples: ['Terminal — ~/project'] }),
  continues: z
    .boolean()
    .optional()
    .meta({
      description: 'Goes on in the terminal as the scene before left it, instead of in an empty one.',
      default: false,
      examples: [true],
    }),
};

export const terminalStepSchema = z
  .strictObject({
    ...stepFields,
    blocks: z
      .array(blockSchema)
      .min(1)
      .meta({
        description: 'What this step prints, in order.',
        examples: [[{ type: 'shell', prompt: '~/project $', command: 'npm test' }]],
      }),
  })
  .superRefine(({ blocks }, context) => {
    blocks.forEach((each, index) => {
      if (each.type === 'spinner' && !each.done && index < blocks.length - 1)
        context.addIssue({ code: 'custom', path: ['blocks', index], message: 'a spinner without "done" only as the last block of a step' });
      if (each.type === 'clear' && index > 0)
        context.addIssue({ code: 'custom', path: ['blocks', index], message: 'a clear only as the first block of a step' });
    });
  })
  .meta({
    id: 'terminalStep',
    title: 'Terminal step',
    description: 'A stop that prints in the terminal.',
    rule: 'A `clear` is the first block of its step, a `spinner` without `done` the last one. A step prints at most 24 rows.',
    examples: [
      {
        title: 'The tests pass',
        notes: { say: 'Everything is green.', point: 'The last line.' },
        blocks: [{ type: 'shell', prompt: '~/project $', command: 'npm test' }],
      },
    ],
  });

/** What is drawn around a page or a picture. */
export const chromeSchema = z
  .enum(CHROMES)
  .meta({
    description: 'What is drawn around it.',
    enumDescriptions: ['A browser with its address bar.', 'A desktop window with a title.', 'A phone.', 'Nothing: it fills the stage.'],
    examples: ['phone'],
  });

const pageStepSchema = z
  .strictObject(stepFields)
  .meta({
    id: 'pageStep',
    title: 'Page step',
    description: 'A stop on a web page. The page looks the same at each; the notes differ.',
    examples: [{ title: 'The sign-in page', notes: { say: 'Nobody has a password here.', point: 'The address bar.' } }],
  });

/** Fields of scenes that are web pages. */
export const pageFields = {
  address: nonEmptyLine.meta({ description: 'What the address bar shows.', examples: ['login.example.com/authorize?client_id=demo'] }),
  leave: z
    .strictObject({
      text: nonEmptyLine.meta({ description: 'Shown with a spinner over the page.', examples: ['Signing you in...'] }),
      ms: z
        .number()
        .int()
        .min(100)
        .max(10_000)
        .meta({ description: 'How long.', unit: 'milliseconds', examples: [1500] }),
    })
    .optional()
    .meta({
      description: 'What the page shows while the story goes on to the next scene.',
      examples: [{ text: 'Signing you in...', ms: 1500 }],
    }),
  steps: z
    .array(pageStepSchema)
    .min(1)
    .meta({
      description: 'The stops on this page, at least one; each has its own notes.',
      examples: [[{ title: 'The sign-in page', notes: { say: 'Nobody has a password here.', point: 'The address bar.' } }]],
    }),
};
