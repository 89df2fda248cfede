import { z } from 'zod';
import { singleLine } from '../../../schema/text';
import { choice, definePart, flag, icon, styled, tone, words } from './part';

const field = definePart(
  'field',
  'A field of a form. It takes no input; a step types into it.',
  { label: 'Email', placeholder: 'name@example.com' },
  {
    label: words('Stands above it.', 'Email').optional(),
    value: singleLine.optional().meta({ description: 'What it holds.', otherwise: 'empty', examples: ['ann@example.com'] }),
    placeholder: words('Grey words in the empty field.', 'name@example.com').optional(),
    input: choice(['text', 'password', 'search', 'area'], 'What it is for.', [
      'A line.',
      'A password: dots.',
      'A search, with its icon.',
      'Several lines.',
    ]),
    disabled: flag('Cannot be filled in, and looks so.'),
    hint: styled('Small words below it.', 'At least 12 characters').optional(),
    error: styled('What is wrong with the value.', 'No such user').optional(),
  },
);

const button = definePart(
  'button',
  'A button. It does nothing unless a step’s `press` names it.',
  { label: 'Merge pull request', look: 'primary', icon: 'git-merge' },
  {
    label: words('The words on it.', 'Merge pull request'),
    icon: icon.optional(),
    look: choice(['plain', 'primary', 'quiet', 'danger'], 'How much it stands out.', [
      'With a border.',
      'In the page’s colour.',
      'Without a border.',
      'In red.',
    ]),
    wide: flag('As wide as its place.'),
    disabled: flag('Cannot be pressed, and looks so.'),
  },
);

const toggleFields = {
  label: styled('The words beside it.', 'Delete the branch'),
  checked: flag('Whether it is on.'),
  note: styled('Small words below the label.', 'You can restore it.').optional(),
};

const checkbox = definePart('checkbox', 'A box that is checked or not.', { label: 'Delete the branch', checked: true }, toggleFields);
const switchPart = definePart('switch', 'A switch that is on or off.', { label: 'Retries', checked: true }, toggleFields);

const select = definePart(
  'select',
  'A choice of several, closed or open.',
  { label: 'Region', value: 'Frankfurt', options: ['Frankfurt', 'Dublin'] },
  {
    label: words('Stands above it.', 'Region').optional(),
    value: words('What is chosen.', 'Frankfurt'),
    options: z
      .array(words('A choice.', 'Dublin'))
      .min(1)
      .optional()
      .meta({ description: 'The choices, shown when it is open.', otherwise: 'none', examples: [['Frankfurt', 'Dublin']] }),
    open: flag('Whether the choices are shown.'),
  },
);

const menu = definePart(
  'menu',
  'A button that opens a list of actions.',
  { label: 'Actions', items: ['Rerun all', 'Cancel'], open: true },
  {
    label: words('The words on the button.', 'Actions'),
    icon: icon.optional(),
    items: z
      .array(
        z.union([
          words('The words of an action.', 'Rerun all'),
          z
            .strictObject({ label: words('The words.', 'Delete'), icon: icon.optional(), tone })
            .meta({ description: 'An action with an icon.', examples: [{ label: 'Delete', icon: 'trash', tone: 'error' }] }),
        ]),
      )
      .min(1)
      .meta({ description: 'The actions.', examples: [['Rerun all', 'Cancel']] }),
    active: words('The action under the pointer, by its words.', 'Cancel').optional(),
    open: flag('Whether the list is shown.'),
  },
);

export const controlParts = [field, button, checkbox, switchPart, select, menu] as const;
