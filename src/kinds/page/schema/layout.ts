import { z } from 'zod';
import { choice, definePart, flag, icon, parts, styled, tone, words } from './part';

const TWO_CARDS = [
  { type: 'card', title: 'Before', parts: [{ type: 'text', text: 'Slow' }] },
  { type: 'card', title: 'After', parts: [{ type: 'text', text: 'Fast' }] },
];

const columns = definePart(
  'columns',
  'Parts beside each other in columns; below each other on a narrow page. A divider between two of them is upright.',
  { widths: [2, 1], parts: TWO_CARDS },
  {
    widths: z
      .array(
        z
          .number()
          .min(0.1)
          .max(20)
          .meta({ description: 'A share of the width.', unit: 'none', examples: [2] }),
      )
      .min(1)
      .optional()
      .meta({ description: 'Shares of the width, one for each column that is no divider.', otherwise: 'equal widths', examples: [[3, 1]] }),
    align: choice(['stretch', 'start', 'center'], 'How columns of different height stand.', [
      'All as tall as the tallest.',
      'At the top.',
      'In the middle.',
    ]),
    parts: parts('A column each.', TWO_CARDS),
  },
);

const row = definePart(
  'row',
  'Parts beside each other, as wide as they are; they wrap.',
  {
    parts: [
      { type: 'badge', text: 'Open', tone: 'ok' },
      { type: 'text', text: 'ann wants to merge 1 commit', tone: 'dim' },
    ],
  },
  {
    align: choice(['start', 'center', 'end', 'between'], 'Where they stand.', [
      'At the start.',
      'In the middle.',
      'At the end.',
      'The first at the start, the last at the end.',
    ]),
    parts: parts('The parts, in order.', [[{ type: 'button', label: 'Cancel' }], [{ type: 'button', label: 'Save' }]].flat() as object[]),
  },
);

const section = definePart(
  'section',
  'Parts below each other, with a title if you like.',
  { title: 'Recent runs', parts: [{ type: 'status', text: 'Build', state: 'ok' }] },
  {
    title: styled('Stands above the parts.', 'Recent runs').optional(),
    note: styled('Small words at the end of the title’s line.', '3 of 5').optional(),
    parts: parts('The parts, in order.'),
  },
);

const card = definePart(
  'card',
  'A box with a border around parts.',
  { title: 'Checks', parts: [{ type: 'status', text: 'Build', state: 'running', note: '12 s' }] },
  {
    title: styled('Stands in the box’s head.', 'Checks').optional(),
    note: styled('Small words at the end of the head.', 'main').optional(),
    icon: icon.optional(),
    tone,
    flush: flag('No space between the border and the parts, for lists and tables with lines from edge to edge.'),
    parts: parts('The parts, in order.'),
  },
);

const divider = definePart(
  'divider',
  'A line between parts, with a word in it if you like.',
  { label: 'or' },
  { label: words('Stands in the line.', 'or').optional() },
);

const nav = definePart(
  'nav',
  'The bar at the top of a site, or its menu at the side.',
  { brand: 'Forge', icon: 'hexagon', items: ['Code', 'Pull requests'], active: 'Pull requests' },
  {
    brand: words('The site’s name.', 'Forge').optional(),
    icon: icon.optional(),
    items: z
      .array(
        z.union([
          words('The words of an entry.', 'Code'),
          z
            .strictObject({
              label: words('The words.', 'Issues'),
              icon: icon.optional(),
              count: words('A number beside it.', '3').optional(),
            })
            .meta({ description: 'An entry with an icon or a number.', examples: [{ label: 'Issues', icon: 'circle-dot', count: '3' }] }),
        ]),
      )
      .default([])
      .meta({ description: 'The entries.', otherwise: 'none', examples: [['Code', 'Issues']] }),
    active: words('The entry that is chosen, by its words.', 'Code').optional(),
    side: flag('A menu at the side: its entries stand below each other.'),
    parts: parts('At the end of the bar.', [{ type: 'avatar', name: 'Ann Lee' }]).optional(),
  },
);

const tabs = definePart(
  'tabs',
  'Tabs of which one is chosen; `parts` are what it shows.',
  { items: ['Conversation', 'Checks'], active: 'Checks', parts: [{ type: 'status', text: 'Build', state: 'ok' }] },
  {
    items: z
      .array(words('The words of a tab.', 'Checks'))
      .min(1)
      .meta({ description: 'The tabs.', examples: [['Conversation', 'Checks']] }),
    active: words('The tab that is chosen, by its words.', 'Checks').optional(),
    parts: parts('What the chosen tab shows.').optional(),
  },
);

export const layoutParts = [columns, row, section, card, divider, nav, tabs] as const;
