import { z } from 'zod';
import { codeSchema } from './code';
import { singleLine, roleSchema, nonEmptyLine } from './text';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/u, 'an id of small letters, digits and hyphens that starts with a letter');

/** A line of a certain shape, in an author's words. */
const lineMatching = (shape: RegExp, expected: string) => singleLine.refine((text) => shape.test(text), expected);

const pairs = (what: string) =>
  z
    .array(lineMatching(/^[^=\s]+=/u, 'name=value'))
    .min(1)
    .optional()
    .meta({
      description: `${what}, a "name=value" for each, not encoded. A value of "…" is left out.`,
      examples: [['scope=openid', 'state=xyz']],
    });

const address = lineMatching(
  /^https?:\/\/\S+$/u,
  'an address that starts with https:// or http://, without parameters that `query` could list',
);

const gloss = z
  .array(
    z.strictObject({
      screen: nonEmptyLine.meta({ description: 'What the screen says.', examples: ['Token sent to agent'] }),
      wire: nonEmptyLine.meta({
        description: 'What is true on the wire.',
        examples: ['The browser carried a code; the agent fetched the token itself.'],
      }),
    }),
  )
  .min(1)
  .optional()
  .meta({
    description: 'Where the screen simplifies: “screen says” beside “wire says”.',
    otherwise: 'nothing',
    examples: [[{ screen: 'Token sent to agent', wire: 'The browser carried a code; the agent fetched the token itself.' }]],
  });

const party = z
  .strictObject({
    id: id.meta({ description: 'The party’s name in messages.', examples: ['agent'] }),
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

const explore = z
  .discriminatedUnion('type', [
    z
      .strictObject({
        type: z.literal('pkce'),
        verifier: nonEmptyLine.meta({ description: 'The code_verifier.', examples: ['{{verifier}}'] }),
        challenge: nonEmptyLine.meta({ description: 'The code_challenge sent for it (S256).', examples: ['{{challenge}}'] }),
      })
      .meta({
        description: 'From verifier to challenge, and what a changed character does.',
        examples: [{ type: 'pkce', verifier: '{{verifier}}', challenge: '{{challenge}}' }],
      }),
    z
      .strictObject({
        type: z.literal('token'),
        token: nonEmptyLine.meta({ description: 'A JSON Web Token.', examples: ['{{accessToken}}'] }),
      })
      .meta({ description: 'A token, decoded: header, claims, signature.', examples: [{ type: 'token', token: '{{accessToken}}' }] }),
    z
      .strictObject({
        type: z.literal('saml'),
        request: nonEmptyLine.meta({
          description: 'A SAMLRequest as the HTTP-Redirect binding sends it: DEFLATE, then base64; not URL-encoded.',
          examples: ['{{samlRequest}}'],
        }),
      })
      .meta({ description: 'A SAML request, inflated to XML.', examples: [{ type: 'saml', request: '{{samlRequest}}' }] }),
    z
      .strictObject({
        type: z.literal('scopes'),
        granted: z.array(nonEmptyLine).meta({ description: 'Scopes the token holds.', examples: [['openid', 'search']] }),
        required: z
          .array(nonEmptyLine)
          .min(1)
          .meta({ description: 'Scopes the call needs.', examples: [['extract']] }),
      })
      .meta({
        description: 'The check of scopes, as sets.',
        examples: [{ type: 'scopes', granted: ['openid', 'search'], required: ['extract'] }],
      }),
  ])
  .meta({
    id: 'explore',
    title: 'Explorable',
    description: 'Something to try out, worked out live in the browser.',
    examples: [{ type: 'scopes', granted: ['openid', 'search'], required: ['extract'] }],
  });

const message = {
  id: id.meta({ description: 'The message’s name, once in the file.', examples: ['initialize'] }),
  from: z.string().meta({ description: 'Who sends it: the id of a party.', examples: ['agent'] }),
  to: z.string().meta({ description: 'Who receives it: the id of a party.', examples: ['mcp'] }),
  label: nonEmptyLine.meta({ description: 'What stands on the arrow.', examples: ['POST /mcp initialize'] }),
  mark: z
    .enum(['as-deployed', 'aws', 'added'])
    .meta({
      description: 'How true it is.',
      enumDescriptions: [
        'The published backend does this.',
        'Vendor behaviour.',
        'The story or the specification needs it, and the backend lacks it.',
      ],
      examples: ['as-deployed'],
    }),
  body: codeSchema
    .optional()
    .meta({ description: 'What it carries besides parameters.', otherwise: 'nothing', examples: [{ json: { method: 'initialize' } }] }),
  secrets: z
    .array(nonEmptyLine)
    .min(1)
    .optional()
    .meta({ description: 'Words in it that are secrets; they are shown, marked as demo values.', examples: [['demo-key']] }),
  note: nonEmptyLine
    .optional()
    .meta({ description: 'A sentence about it: what checks it, what never runs.', examples: ['The function never runs.'] }),
  gloss,
  explore: explore
    .optional()
    .meta({
      description: 'Something in it to try out.',
      examples: [{ type: 'scopes', granted: ['openid', 'search'], required: ['extract'] }],
    }),
};

const headers = z
  .array(lineMatching(/^[A-Za-z][A-Za-z0-9-]*: /u, '"Name: value"'))
  .min(1)
  .optional()
  .meta({
    description: 'Header lines, "Name: value" each.',
    otherwise: 'none worth showing',
    examples: [['Content-Type: application/json']],
  });

const request = z
  .strictObject({
    kind: z.literal('request'),
    ...message,
    request: lineMatching(/^[A-Z]+ https?:\/\/\S+$/u, 'a method and an address, for example "POST https://example.com/mcp"')
      .optional()
      .meta({ description: 'Method and address.', otherwise: 'none, for what is no HTTP', examples: ['POST https://example.com/mcp'] }),
    headers,
    query: pairs('Parameters in the address'),
    form: pairs('Parameters in the body (application/x-www-form-urlencoded)'),
  })
  .meta({
    description: 'A message that wants an answer; a response names it in `replyTo`.',
    examples: [
      {
        kind: 'request',
        id: 'call',
        from: 'agent',
        to: 'mcp',
        label: 'POST /mcp',
        mark: 'as-deployed',
        request: 'POST https://example.com/mcp',
      },
    ],
  });

const response = z
  .strictObject({
    kind: z.literal('response'),
    ...message,
    replyTo: z.string().meta({ description: 'Id of the request it answers.', examples: ['call'] }),
    status: lineMatching(/^[1-5]\d\d( \S.*)?$/u, 'a status, for example "401 Unauthorized"')
      .optional()
      .meta({ description: 'Status line.', otherwise: 'none, for what is no HTTP', examples: ['401 Unauthorized'] }),
    headers,
    redirect: address
      .optional()
      .meta({
        description: 'Where a redirect leads; `query` lists its parameters.',
        otherwise: 'nowhere',
        examples: ['https://auth.example.com/login'],
      }),
    query: pairs('Parameters of the address in `redirect`'),
  })
  .meta({
    description: 'The answer to a request.',
    examples: [
      { kind: 'response', id: 'refused', from: 'mcp', to: 'agent', replyTo: 'call', label: '401', mark: 'aws', status: '401 Unauthorized' },
    ],
  });

const local = z
  .strictObject({ kind: z.literal('local'), ...message })
  .meta({
    description: 'Something one party does to another on the same machine, without a protocol.',
    examples: [{ kind: 'local', id: 'open', from: 'agent', to: 'browser', label: 'opens the browser', mark: 'added' }],
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
          [
            {
              kind: 'request',
              id: 'call',
              from: 'agent',
              to: 'mcp',
              label: 'POST /mcp',
              mark: 'as-deployed',
              request: 'POST https://example.com/mcp',
            },
          ],
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

export const wireSchema = z
  .strictObject({
    $schema: z
      .string()
      .optional()
      .meta({ description: 'Where your editor finds this schema, from the file’s own folder.', examples: ['../scenes/wire.schema.json'] }),
    values: z
      .record(
        z.string().regex(/^[A-Za-z][\w-]*$/u, 'a name of letters, digits, hyphens and underscores that starts with a letter'),
        z.union([singleLine, jwt]),
      )
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
    examples: [
      {
        parties: [
          { id: 'agent', name: 'Agent', detail: 'MCP client', role: 'agent' },
          { id: 'mcp', name: 'MCP server', detail: 'mcp.example.com', role: 'ok' },
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
                mark: 'as-deployed',
                request: 'POST https://mcp.example.com/mcp',
              },
              {
                kind: 'response',
                id: 'refused',
                from: 'mcp',
                to: 'agent',
                replyTo: 'call',
                label: '401',
                mark: 'aws',
                status: '401 Unauthorized',
              },
            ],
          },
        ],
      },
    ],
  });

/** What crosses under a story, as an author writes it. */
export type WireSource = z.output<typeof wireSchema>;
