import { z } from 'zod';
import { block } from './block';
import { words } from './text';

const notes = z
  .strictObject({
    say: z.string().min(1).describe('What to say at this stop.'),
    point: z.string().min(1).describe('What to point at.'),
  })
  .describe('For the speaker’s eyes only.');

/** Fields every step of every scene has. */
export const stepFields = {
  title: words.describe('The stop’s name in overviews.'),
  notes,
  dwell: z.number().min(1).max(600).optional().describe('Seconds this stop is meant to take on stage. Default: none planned.'),
};

/** Fields every scene has, whatever its kind. */
export const sceneFields = {
  $schema: z.string().optional().describe('Where an editor finds this schema.'),
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/u, 'an id of small letters, digits and hyphens that starts with a letter')
    .describe('The scene’s name in addresses: #/id/step.'),
  title: words.describe('The scene’s name in overviews.'),
};

/** Fields of scenes that print in the terminal. */
export const terminalFields = {
  window: words.describe('Title of the terminal window.'),
  continues: z.boolean().optional().describe('Goes on in the terminal as the scene before left it. Default: false, a new one.'),
};

export const terminalStep = z
  .strictObject({ ...stepFields, blocks: z.array(block).min(1).describe('What this step prints, in order.') })
  .superRefine(({ blocks }, context) => {
    blocks.forEach((each, index) => {
      if (each.type === 'spinner' && !each.done && index < blocks.length - 1)
        context.addIssue({ code: 'custom', path: ['blocks', index], message: 'a spinner without "done" only as the last block of a step' });
      if (each.type === 'clear' && index > 0) context.addIssue({ code: 'custom', path: ['blocks', index], message: 'a clear only as the first block of a step' });
    });
  });

/** Fields of scenes that are web pages. */
export const pageFields = {
  address: words.describe('What the address bar shows.'),
  leave: z
    .strictObject({
      text: words.describe('Shown with a spinner over the page.'),
      ms: z.number().int().min(100).max(10_000).describe('How long, in milliseconds.'),
    })
    .optional()
    .describe('What the page shows while the story goes on to the next scene. Default: nothing.'),
  steps: z.array(z.strictObject(stepFields)).min(1).describe('The stops on this page, at least one; each has its own notes.'),
};
