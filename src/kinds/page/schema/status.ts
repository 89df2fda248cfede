import { z } from 'zod';
import { definePart, flag, icon, parts, styled, tone, words } from './part';

const badge = definePart(
  'badge',
  'A small label.',
  { text: 'Open', tone: 'ok', icon: 'git-pull-request' },
  { text: words('The words.', 'Open'), tone, icon: icon.optional(), solid: flag('Filled with its colour.') },
);

const STATES = ['pending', 'running', 'ok', 'failed', 'skipped'] as const;

const status = definePart(
  'status',
  'What runs, and how it stands: a check, a job, a step of a deployment.',
  { text: 'Build', state: 'running', note: '12 s' },
  {
    text: styled('What runs.', 'Build'),
    state: z
      .enum(STATES)
      .meta({
        description: 'How it stands.',
        enumDescriptions: ['Has not begun.', 'Runs: its sign turns.', 'Has succeeded.', 'Has failed.', 'Was left out.'],
        examples: ['ok'],
      }),
    note: styled('Small words at the end.', '12 s').optional(),
  },
);

const progress = definePart(
  'progress',
  'A bar that fills.',
  { label: 'Deploying', value: 60 },
  {
    label: styled('Stands above it.', 'Deploying').optional(),
    value: z
      .number()
      .min(0)
      .max(100)
      .meta({ description: 'How far it is.', unit: 'percent', examples: [60] }),
    note: styled('Small words at the end of the label’s line.', '3 of 5').optional(),
    tone,
  },
);

const messageFields = {
  title: styled('The first line, in heavier type.', 'Could not deploy').optional(),
  text: styled('The words.', 'The quota is used up.').optional(),
  tone,
  icon: icon.optional(),
  parts: parts('Below the words: buttons, for example.', [{ type: 'button', label: 'Retry' }]).optional(),
};

const alert = definePart('alert', 'A message in its place on the page.', { title: 'Could not deploy', tone: 'error' }, messageFields);
const toast = definePart('toast', 'A message that appears over the page, in its corner.', { title: 'Merged', tone: 'ok' }, messageFields);

const dialog = definePart(
  'dialog',
  'A window over the page, which is dimmed.',
  { title: 'Delete the branch?', parts: [{ type: 'row', align: 'end', parts: [{ type: 'button', label: 'Delete', look: 'danger' }] }] },
  {
    title: styled('Its title.', 'Delete the branch?').optional(),
    open: z
      .boolean()
      .optional()
      .meta({ description: 'Whether it is shown.', default: true, examples: [false] }),
    parts: parts('What is in it.'),
  },
);

export const statusParts = [badge, status, progress, alert, toast, dialog] as const;
