import { z } from 'zod';
import { idSchema, nonEmptyLine, roleSchema, schemaReference, singleLine, variableNameSchema } from './text';
import { gloss, request, response, local } from './wireMessage';

const party = z
  .strictObject({
    id: idSchema.meta({ description: 'The party’s name in messages.', examples: ['agent'] }),
    name: nonEmptyLine.meta({ description: 'Stands at the top of the party’s line.', examples: ['Cognito'] }),
    detail: nonEmptyLine.meta({ description: 'What it is, or where.', examples: ['MCP client', 'auth.example.com'] }),
    role: roleSchema.meta({ description: 'Colour of the party.', examples: ['agent'] }),
  })
  .meta({
    id: 'party',
    title: 'Party',
    description: 'Somebody who sends or receives messages.',
    examples: [{ id: 'agent', name: 'Agent', detail: 'MCP client', role: 'agent' }],
  });

const stop = z
  .strictObject({
    at: z
      .string()
      .regex(/^[a-z][a-z0-9-]*\/\d+$/u, 'a scene’s id and a step counted from 0, for example "agent/1"')
      .meta({ description: 'The stop, as in addresses: a scene’s id and a step, counted from 0.', examples: ['agent/1'] }),
    chapter: nonEmptyLine
      .optional()
      .meta({
        description: 'Stops with the same chapter share a diagram; another one starts anew.',
        otherwise: 'the story’s own',
        examples: ['The old way'],
      }),
    note: nonEmptyLine
      .optional()
      .meta({
        description: 'A sentence about the stop, for example why nothing crosses.',
        examples: ['Nothing crosses: the agent waits.'],
      }),
    gloss,
    questions: z
      .array(
        z.strictObject({
          ask: nonEmptyLine.meta({ description: 'What somebody may ask.', examples: ['Does the agent see my password?'] }),
          answer: nonEmptyLine.meta({
            description: 'What to say.',
            examples: ['No. It goes from the browser to the company, and nowhere else.'],
          }),
        }),
      )
      .min(1)
      .optional()
      .meta({
        description: 'Questions an audience asks here, for the speaker’s eyes only.',
        examples: [[{ ask: 'Does the agent see my password?', answer: 'No. It goes from the browser to the company, and nowhere else.' }]],
      }),
    messages: z
      .array(z.discriminatedUnion('kind', [request, response, local]).meta({ id: 'message', title: 'Message' }))
      .default([])
      .meta({
        description: 'What crosses at this stop, in order.',
        otherwise: 'nothing',
        examples: [
          [{ kind: 'request', id: 'call', from: 'agent', to: 'mcp', label: 'POST /mcp', request: 'POST https://example.com/mcp' }],
        ],
      }),
  })
  .meta({
    id: 'wireStop',
    title: 'Stop',
    description: 'What crosses at one stop.',
    examples: [{ at: 'agent/1', note: 'Nothing crosses: the agent waits.' }],
  });

const jwt = z
  .strictObject({
    jwt: z
      .strictObject({
        header: z.record(z.string(), z.unknown()).meta({ description: 'The header.', examples: [{ alg: 'RS256', typ: 'JWT' }] }),
        payload: z.record(z.string(), z.unknown()).meta({ description: 'The claims.', examples: [{ sub: 'ann', scope: 'openid search' }] }),
        signature: nonEmptyLine.meta({ description: 'The bytes of the signature, as text.', examples: ['not a signature'] }),
      })
      .meta({
        description: 'A JSON Web Token, encoded and joined by the build.',
        examples: [{ header: { alg: 'RS256' }, payload: { sub: 'ann' }, signature: 'not a signature' }],
      }),
  })
  .meta({
    id: 'token',
    title: 'Token',
    description: 'A token out of its parts, so that no file holds anything that looks like a real one.',
    examples: [{ jwt: { header: { alg: 'RS256' }, payload: { sub: 'ann' }, signature: 'not a signature' } }],
  });

const mark = z
  .strictObject({
    id: idSchema.meta({ description: 'The mark’s name in messages.', examples: ['made-up'] }),
    label: nonEmptyLine.meta({ description: 'What stands on the arrow, a word or two.', examples: ['made up'] }),
    meaning: nonEmptyLine.meta({
      description: 'What it says of a message, a sentence for the legend.',
      examples: ['Only this talk needs it.'],
    }),
    style: z
      .enum(['solid', 'dashed', 'dotted', 'double'])
      .default('solid')
      .meta({ description: 'The line around the label.', examples: ['dashed'] }),
    role: roleSchema.default('dim').meta({ description: 'Colour of the label and its line.', examples: ['ok'] }),
  })
  .meta({
    id: 'mark',
    title: 'Mark',
    description: 'How a message relates to the real system.',
    examples: [{ id: 'real', label: 'real', meaning: 'The server does this.', role: 'ok' }],
  });

export const wireSchema = z
  .strictObject({
    $schema: schemaReference('../scenes/wire.schema.json'),
    values: z
      .record(variableNameSchema, z.union([singleLine, jwt]))
      .default({})
      .meta({
        description: 'Words of this file’s own, used as {{name}} like the story’s variables.',
        otherwise: 'none',
        examples: [{ service: 'https://deploy.example.com' }],
      }),
    parties: z
      .array(party)
      .min(2)
      .meta({
        description: 'Who takes part, from left to right.',
        examples: [
          [
            { id: 'agent', name: 'Agent', detail: 'MCP client', role: 'agent' },
            { id: 'mcp', name: 'MCP server', detail: 'mcp.example.com', role: 'ok' },
          ],
        ],
      }),
    marks: z
      .array(mark)
      .min(1)
      .optional()
      .meta({
        description: 'What messages may say of themselves, in the order of the legend. With a list, every message has a `mark` of it.',
        otherwise: 'messages need none',
        examples: [
          [
            { id: 'recorded', label: 'recorded', meaning: 'Copied from a real exchange.', role: 'ok' },
            { id: 'made-up', label: 'made up', meaning: 'Nobody has seen this yet.', style: 'dashed' },
          ],
        ],
      }),
    stops: z
      .array(stop)
      .min(1)
      .meta({
        description: 'What crosses at each stop. Stops that are left out have nothing.',
        examples: [[{ at: 'agent/1', note: 'Nothing crosses: the agent waits.' }]],
      }),
  })
  .meta({
    description: 'What crosses between the parties of a story, stop by stop; the panel under `x` shows it.',
    rule:
      '`at` names a stop of the story, scene id and step from 0, in the story’s order and each once. Each request has exactly ' +
      'one later response, with its parties swapped and its id in `replyTo`. Ids of messages are unique in the file. What is ' +
      'no request and answer is `local`. `request` is method and address without parameters (`query` has them); headers are ' +
      '"Name: value", `query` and `form` "name=value", `status` "401 Unauthorized".',
    examples: [
      {
        parties: [
          { id: 'agent', name: 'Agent', detail: 'MCP client', role: 'agent' },
          { id: 'mcp', name: 'MCP server', detail: 'mcp.example.com', role: 'ok' },
        ],
        marks: [
          { id: 'real', label: 'real', meaning: 'The server does this.', role: 'ok' },
          { id: 'made-up', label: 'made up', meaning: 'Only this talk needs it.', style: 'dashed' },
        ],
        stops: [
          {
            at: 'agent/0',
            messages: [
              {
                kind: 'request',
                id: 'call',
                from: 'agent',
                to: 'mcp',
                label: 'POST /mcp',
                mark: 'real',
                request: 'POST https://mcp.example.com/mcp',
              },
              {
                kind: 'response',
                id: 'refused',
                from: 'mcp',
                to: 'agent',
                replyTo: 'call',
                label: '401',
                mark: 'made-up',
                status: '401 Unauthorized',
              },
            ],
          },
        ],
      },
    ],
  });

export type WireSource = z.output<typeof wireSchema>;
