import { z } from 'zod';
import { code } from './code';
import { line, role, words } from './text';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/u, 'an id of small letters, digits and hyphens that starts with a letter');

/** A line of a certain shape, in an author's words. */
const like = (shape: RegExp, expected: string) => line.refine((text) => shape.test(text), expected);

const pairs = (what: string) => z.array(like(/^[^=\s]+=/u, 'name=value')).min(1).optional().describe(`${what}, a "name=value" for each, not encoded. A value of "…" is left out.`);

const address = like(/^https?:\/\/\S+$/u, 'an address that starts with https:// or http://, without parameters that `query` could list');

const gloss = z
  .array(z.strictObject({ screen: words.describe('What the screen says.'), wire: words.describe('What is true on the wire.') }))
  .min(1)
  .optional()
  .describe('Where the screen simplifies: “screen says” beside “wire says”. Default: nothing.');

const party = z
  .strictObject({
    id: id.describe('The party’s name in messages.'),
    name: words.describe('Stands at the top of the party’s line, for example "Cognito".'),
    detail: words.describe('What it is, or where: "MCP client", an address.'),
    role: role.describe('Colour of the party.'),
  })
  .describe('Somebody who sends or receives messages.');

const explore = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('pkce'), verifier: words.describe('The code_verifier.'), challenge: words.describe('The code_challenge sent for it (S256).') }).describe('From verifier to challenge, and what a changed character does.'),
    z.strictObject({ type: z.literal('token'), token: words.describe('A JSON Web Token.') }).describe('A token, decoded: header, claims, signature.'),
    z.strictObject({ type: z.literal('saml'), request: words.describe('A SAMLRequest as the HTTP-Redirect binding sends it: DEFLATE, then base64; not URL-encoded.') }).describe('A SAML request, inflated to XML.'),
    z
      .strictObject({ type: z.literal('scopes'), granted: z.array(words).describe('Scopes the token holds.'), required: z.array(words).min(1).describe('Scopes the call needs.') })
      .describe('The check of scopes, as sets.'),
  ])
  .describe('Something to try out, worked out live in the browser.');

const message = {
  id: id.describe('The message’s name, once in the file.'),
  from: z.string().describe('Who sends it: the id of a party.'),
  to: z.string().describe('Who receives it: the id of a party.'),
  label: words.describe('What stands on the arrow, for example "POST /mcp initialize".'),
  mark: z.enum(['as-deployed', 'aws', 'added']).describe('How true it is: "as-deployed" (the published backend does this), "aws" (vendor behaviour), "added" (the story or the specification needs it, the backend lacks it).'),
  body: code.optional().describe('What it carries besides parameters. Default: nothing.'),
  secrets: z.array(words).min(1).optional().describe('Words in it that are secrets; they are shown, marked as demo values. Default: none.'),
  note: words.optional().describe('A sentence about it: what checks it, what never runs. Default: none.'),
  gloss,
  explore: explore.optional(),
};

const headers = z.array(like(/^[A-Za-z][A-Za-z0-9-]*: /u, '"Name: value"')).min(1).optional().describe('Header lines, "Name: value" each. Default: none worth showing.');

const request = z
  .strictObject({
    kind: z.literal('request'),
    ...message,
    request: like(/^[A-Z]+ https?:\/\/\S+$/u, 'a method and an address, for example "POST https://example.com/mcp"').optional().describe('Method and address. Default: none, for what is no HTTP.'),
    headers,
    query: pairs('Parameters in the address'),
    form: pairs('Parameters in the body (application/x-www-form-urlencoded)'),
  })
  .describe('A message that wants an answer; a response names it in `replyTo`.');

const response = z
  .strictObject({
    kind: z.literal('response'),
    ...message,
    replyTo: z.string().describe('Id of the request it answers.'),
    status: like(/^[1-5]\d\d( \S.*)?$/u, 'a status, for example "401 Unauthorized"').optional().describe('Status line. Default: none, for what is no HTTP.'),
    headers,
    redirect: address.optional().describe('Where a redirect leads; `query` lists its parameters. Default: nowhere.'),
    query: pairs('Parameters of the address in `redirect`'),
  })
  .describe('The answer to a request.');

const local = z.strictObject({ kind: z.literal('local'), ...message }).describe('Something one party does to another on the same machine, without a protocol.');

const stop = z
  .strictObject({
    at: z.string().regex(/^[a-z][a-z0-9-]*\/\d+$/u, 'a scene’s id and a step counted from 0, for example "agent/1"').describe('The stop, as in addresses: "agent/1" is the second step of the scene "agent".'),
    chapter: words.optional().describe('Stops with the same chapter share a diagram; another one starts anew. Default: the story’s own.'),
    note: words.optional().describe('A sentence about the stop, for example why nothing crosses. Default: none.'),
    gloss,
    questions: z
      .array(z.strictObject({ ask: words.describe('What somebody may ask.'), answer: words.describe('What to say.') }))
      .min(1)
      .optional()
      .describe('Questions an audience asks here, for the speaker’s eyes only. Default: none.'),
    messages: z.array(z.discriminatedUnion('kind', [request, response, local])).default([]).describe('What crosses at this stop, in order. Default: nothing.'),
  })
  .describe('What crosses at one stop.');

const jwt = z
  .strictObject({
    jwt: z
      .strictObject({ header: z.json().describe('The header.'), payload: z.json().describe('The claims.'), signature: words.describe('The bytes of the signature, as text.') })
      .describe('A JSON Web Token, encoded and joined by the build.'),
  })
  .describe('A token out of its parts, so that no file holds anything that looks like a real one.');

export const wire = z.strictObject({
  $schema: z.string().optional().describe('Where an editor finds this schema.'),
  values: z
    .record(z.string().regex(/^[A-Za-z][\w-]*$/u, 'a name of letters, digits, hyphens and underscores that starts with a letter'), z.union([line, jwt]))
    .default({})
    .describe('Words of this file’s own, used as {{name}} like the story’s variables. Default: none.'),
  parties: z.array(party).min(2).describe('Who takes part, from left to right.'),
  stops: z.array(stop).min(1).describe('What crosses at each stop. Stops that are left out have nothing.'),
});

/** What crosses under a story, as an author writes it. */
export type WireSource = z.output<typeof wire>;
