import { z } from 'zod';
import { plainCodeSchema } from './code';
import { idSchema, nonEmptyLine, singleLine } from './text';

/** A line that must match `shape`. */
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

export const gloss = z
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
  id: idSchema.meta({ description: 'The message’s name, once in the file.', examples: ['initialize'] }),
  from: z.string().meta({ description: 'Who sends it: the id of a party.', examples: ['agent'] }),
  to: z.string().meta({ description: 'Who receives it: the id of a party.', examples: ['mcp'] }),
  label: nonEmptyLine.meta({ description: 'What stands on the arrow.', examples: ['POST /mcp initialize'] }),
  mark: z
    .string()
    .optional()
    .meta({ description: 'How it relates to the real system: the id of one of the `marks`.', otherwise: 'no mark', examples: ['made-up'] }),
  body: plainCodeSchema
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

export const request = z
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
    examples: [{ kind: 'request', id: 'call', from: 'agent', to: 'mcp', label: 'POST /mcp', request: 'POST https://example.com/mcp' }],
  });

export const response = z
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
    examples: [{ kind: 'response', id: 'refused', from: 'mcp', to: 'agent', replyTo: 'call', label: '401', status: '401 Unauthorized' }],
  });

export const local = z
  .strictObject({ kind: z.literal('local'), ...message })
  .meta({
    description: 'Something one party does to another on the same machine, without a protocol.',
    examples: [{ kind: 'local', id: 'open', from: 'agent', to: 'browser', label: 'opens the browser', mark: 'added' }],
  });
