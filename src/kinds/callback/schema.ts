import { z } from 'zod';
import type { CompiledSource } from '../../core/story';
import { pageFields, sceneFields } from '../../schema/scene';
import { singleLine, nonEmptyLine } from '../../schema/text';

export const schema = z
  .strictObject({
    ...sceneFields,
    kind: z.literal('callback'),
    ...pageFields,
    mark: nonEmptyLine.meta({ description: 'The sign in the circle.', examples: ['✓'] }),
    heading: nonEmptyLine.meta({ description: 'What happened, in large type.', examples: ['Signed in'] }),
    tagline: singleLine
      .optional()
      .meta({ description: 'The line below the heading.', otherwise: 'left out', examples: ['The agent may now ask for the weather'] }),
    rows: z
      .array(
        z
          .strictObject({
            label: nonEmptyLine.meta({ description: 'What the row tells.', examples: ['User'] }),
            value: singleLine.optional().meta({ description: 'A text. Give this or `tags`.', examples: ['ann@example.com'] }),
            tags: z
              .array(nonEmptyLine)
              .min(1)
              .optional()
              .meta({
                description: 'Short words, each in a tag of its own. Give this or `value`.',
                examples: [['openid', 'forecast:read']],
              }),
          })
          .refine((row) => (row.value === undefined) !== (row.tags === undefined), 'exactly one of "value" (text) and "tags" (a list)'),
      )
      .min(1)
      .meta({ description: 'The table, row by row.', examples: [[{ label: 'User', value: 'ann@example.com' }]] }),
    done: singleLine
      .optional()
      .meta({ description: 'The line below the table.', otherwise: 'left out', examples: ['You can close this tab.'] }),
  })
  .meta({
    description: 'The page that says the sign-in worked.',
    rule: 'A row has either `value` or `tags`.',
    examples: [
      {
        kind: 'callback',
        id: 'callback',
        title: 'The token is back',
        address: 'localhost:8976/callback?code=Xy12&state=q7',
        mark: '✓',
        heading: 'Signed in',
        tagline: 'The agent may now ask for the weather',
        rows: [
          { label: 'User', value: 'ann@example.com' },
          { label: 'Expires in', value: '1 hour' },
          { label: 'Scopes', tags: ['openid', 'forecast:read'] },
        ],
        done: 'Token sent to the agent. You can close this tab.',
        steps: [{ title: 'The token is back', notes: { say: 'The agent has a token of mine, for one hour.', point: 'The scopes.' } }],
      },
    ],
  });

export type CallbackScene = CompiledSource<z.output<typeof schema>>;
