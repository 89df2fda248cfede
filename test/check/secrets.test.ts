import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { secretsRule } from '../../src/check/rules/secrets';
import { mayContainSecret, findSecrets } from '../../src/secrets/findSecrets';
import { seededRandom } from '../../src/core/terminal/seededRandom';
import { found, storyOf } from './runRule';

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const WORD = `${UPPER}${UPPER.toLowerCase()}0123456789`;

/** Returns random characters. Secrets are generated, so that secret scanners do not find any in this file. */
function made(length: number, alphabet = WORD, seed = length): string {
  const random = seededRandom(seed);
  return Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]).join('');
}

const b64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const unsigned = (alg: string): string => `${b64({ alg, typ: 'JWT' })}.${b64({ sub: 'dev', exp: 1_767_229_200 })}`;
const token = (alg: string, signature: Buffer | string): string => `${unsigned(alg)}.${Buffer.from(signature).toString('base64url')}`;
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const hs256 = createHmac('sha256', 'key').update(unsigned('HS256')).digest();
const es256 = sign('sha256', Buffer.from(unsigned('ES256')), { key: ec, dsaEncoding: 'ieee-p1363' });

describe('secrets', () => {
  test.each([
    ['an AWS access key id', `AKIA${made(16, UPPER)}`],
    ['an AWS access key id', `for now ASIA${made(16, UPPER)}.`],
    ['an AWS secret access key', `aws_secret_access_key = ${made(40)}`],
    ['an AWS secret access key', `aws configure set aws_secret_access_key ${made(40)}`],
    ['an AWS secret access key', `{"SecretAccessKey":"${made(40)}"}`],
    ['a GitHub token', `ghp_${made(36)}`],
    ['a GitHub token', `https://x:gho_${made(36)}@github.com/a/b`],
    ['a GitHub token', `github_pat_${made(22)}_${made(59)}`],
    ['a GitLab token', `glpat-${made(20)}`],
    ['a Slack token', `xoxb-${made(12, '0123456789')}-${made(24)}`],
    ['a Slack webhook', `https://hooks.slack.com/services/T${made(8)}/B${made(8)}/${made(24)}`],
    ['a Stripe key', `sk_live_${made(24)}`],
    ['a Stripe key', `rk_test_${made(24)}`],
    ['a Google API key', `AIza${made(35)}`],
    ['a Google client secret', `GOCSPX-${made(28)}`],
    ['an Anthropic API key', `sk-ant-api03-${made(93)}-AA`],
    ['an OpenAI API key', `sk-${made(48)}`],
    ['an OpenAI API key', `sk-proj-${made(64)}`],
    ['an npm token', `//npm.example.com/:_authToken=npm_${made(36)}`],
    ['a PyPI token', `pypi-AgEIcHlwaS5vcmc${made(60)}`],
    ['a SendGrid key', `SG.${made(22)}.${made(43)}`],
    ['a Hugging Face token', `hf_${made(34)}`],
    ['a Docker token', `dckr_pat_${made(27)}`],
    ['a Vault token', `hvs.${made(90)}`],
    ['an Azure key', `AccountName=a;AccountKey=${made(86)}==;EndpointSuffix=core.windows.net`],
    ['a signed token (JWT)', `Authorization: Bearer ${token('HS256', hs256)}`],
    ['a signed token (JWT)', token('RS256', sign('sha256', Buffer.from('x'), rsa))],
    ['a signed token (JWT)', token('ES256', es256)],
    ['a private key', rsa.export({ type: 'pkcs8', format: 'pem' }).toString()],
    ['a private key', JSON.stringify(rsa.export({ type: 'pkcs8', format: 'pem' }))],
  ])('%s', (what, text) => {
    expect(findSecrets(text).map((secret) => secret.label)).toEqual([what]);
    expect(mayContainSecret(text)).toBe(true);
  });

  test('finds a private key in several lines, and a secret by its key', () => {
    const [first = '', ...rest] = ec.export({ type: 'sec1', format: 'pem' }).toString().split('\n');
    expect(findSecrets(first, { next: rest.join('') }).map(({ label }) => label)).toEqual(['a private key']);
    expect(findSecrets(made(40), { name: 'aws_secret_access_key' }).map(({ label }) => label)).toEqual(['an AWS secret access key']);
    expect(findSecrets(made(40), { name: 'commit' })).toEqual([]);
  });
});

describe('no secrets', () => {
  test.each([
    ['AWS’s own example', `AKIA${'IOSFODNN7EXAMPLE'}`],
    ['AWS’s own secret example', `aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCY${'EXAMPLEKEY'}`],
    ['Stripe’s own example', ['sk', 'test', '4eC39HqLyjWDarjtT1zdp7dc'].join('_')],
    [
      'jwt.io’s own example',
      [
        b64({ alg: 'HS256', typ: 'JWT' }),
        b64({ sub: '1234567890', name: 'John Doe', iat: 1_516_239_022 }),
        `SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV${'_adQssw5c'}`,
      ].join('.'),
    ],
    ['a token cut short', 'eyJhbG...Rk4x'],
    ['a token without a signature', `${unsigned('none')}.`],
    ['a token that names no algorithm', token('none', hs256)],
    ['a signature of the wrong length', token('HS256', hs256.subarray(1))],
    ['a signature that spells out that it is none', token('RS256', 'DEMO---ONLY--NOT-A-SIGNATURE--NOT-A-SECRET--EXPIRED--SEE-FN1')],
    ['such a signature of the right length', token('HS256', 'THIS-IS-NOT-A-SIGNATURE-EXPIRED!')],
    ['such a signature, not even encoded', `${unsigned('HS256')}.not-a-signature-but-a-sentence-in-base64-xx`],
    ['a key shared with everyone', 'tvly-SHARED-KEY-everyone-has-this'],
    ['placeholders', `ghp_${'x'.repeat(36)} sk-your-key-here-your-key-here-your-key sk_live_${'0'.repeat(24)} npm_${'abc123'.repeat(6)}`],
    ['a class name', 'sk-fading-circle-of-dots-and-something-longer-still'],
    ['the words of PEM', '-----BEGIN PRIVATE KEY----- … -----END PRIVATE KEY-----'],
    ['a public key', `-----BEGIN PUBLIC KEY-----${made(64)}`],
    ['a commit', 'secret santa: 9f416a9d06522e1c2b7c0d4a5f6e7d8c9b0a1f2e'],
  ])('%s', (_, text) => {
    expect(findSecrets(text)).toEqual([]);
  });
});

describe('in a story', () => {
  const key = `AKIA${made(16, UPPER)}`;
  const at = (place: string) => [
    expect.stringMatching(
      new RegExp(
        `^error ${place.replaceAll(/[.[\]]/gu, String.raw`\$&`)} AKIA… looks like an AWS access key id, ` +
          '.*revoke it now; in any case write AWS’s own example',
        'u',
      ),
    ),
  ];

  test.each([
    ['a text', storyOf({ blocks: [{ type: 'text', lines: [key] }] }), 'a.json:17:7  steps[0].blocks[0].lines[0]:'],
    ['a note', storyOf({ steps: [{ notes: { say: `It is ${key}.`, point: 'x' } }] }), 'a.json:10:12  steps[0].notes.say:'],
    ['a key of JSON', storyOf({ blocks: [{ type: 'code', json: { [key]: 1 } }] }), 'a.json:17:7  steps[0].blocks[0].json:'],
    [
      'a variable, once however often it is used',
      storyOf({ story: { variables: { key: { value: key } } }, blocks: [{ type: 'text', lines: ['{{key}}'] }] }),
      'story.json:16:13  variables.key.value:',
    ],
    [
      'two variables that only meet on stage',
      storyOf({
        story: { variables: { a: { value: key.slice(0, 9) }, b: { value: key.slice(9) } } },
        blocks: [{ type: 'text', lines: ['{{a}}{{b}}'] }],
      }),
      'a.json:17:7  steps[0].blocks[0].lines[0]:',
    ],
    [
      'stretches of a line',
      storyOf({ blocks: [{ type: 'text', lines: [[key.slice(0, 9), { text: key.slice(9), bold: true }]] }] }),
      'a.json:7:3  steps[0]:',
    ],
  ])('%s', async (_, files, place) => {
    const findings = await found(secretsRule, files);
    expect(findings).toEqual(at(place));
    expect(findings.join()).not.toContain(key);
  });
});
