import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Replacements } from '../../../src/import/privacy/replacements';
import { readTraceLines } from '../../../src/import/mcp/traceLines';
import { traceOfMcp } from '../../../src/import/mcp/mcpTrace';
import { madeWire } from '../wire/madeWire';

const letters = (alphabet: string, minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...alphabet), { minLength, maxLength }).map((chars) => chars.join(''));
/** Names with letters that no other word of the texts has in this order. */
const name = letters('qxzjvkw', 3, 9);
const secret = fc.tuple(letters('qxzjvkw', 2, 5), letters('3579', 1, 5)).map((parts) => parts.join(''));

test('a text that the author names is replaced as a word, whatever its length', () => {
  fc.assert(
    fc.property(letters('qxzjvkwQX3', 1, 14), (old) => {
      const replacements = new Replacements();
      replacements.addReplacement(old, 'new');
      expect(replacements.rewrite(`${old} (${old}), /${old}/${old}.txt ${old}`)).toBe('new (new), /new/new.txt new');
      if (old.length < 12) expect(replacements.rewrite(`a${old} ${old}a`)).toBe(`a${old} ${old}a`);
    }),
  );
});

test('names and secrets of any length that are found in a text of a trace are not in the wire file', async () => {
  await fc.assert(
    fc.asyncProperty(name, name, secret, secret, async (user, other, password, short) => {
      const texts = [
        `see /home/${user}/notes.txt, C:\\Users\\${other}\\x of ${user}`,
        `redis://:${password}@nas.lan:6379 and password: ${short}, again ${short}`,
      ];
      const call = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'read', arguments: { path: `/Users/${other}/a` } } };
      const result = { jsonrpc: '2.0', id: 1, result: { content: texts.map((text) => ({ type: 'text', text })) } };
      const { text } = await madeWire(traceOfMcp(readTraceLines(`${JSON.stringify(call)}\n${JSON.stringify(result)}`), 'x.jsonl'));
      for (const each of [user, other, password, short]) expect(text).not.toMatch(new RegExp(`\\b${each}\\b`, 'u'));
      expect(text).not.toContain('nas.lan');
    }),
    { numRuns: 40 },
  );
});

describe('a short secret that is a word elsewhere', () => {
  test('is replaced where it is a secret', () => {
    const replacements = new Replacements();
    replacements.add('2026', 'password', { field: '', where: 'a body' });
    expect(replacements.rewrite('password: 2026, in the year 2026')).toBe('password: {{password}}, in the year 2026');
  });

  test('is replaced as the whole value of its field', () => {
    const replacements = new Replacements();
    replacements.add('open', 'password', { field: 'password', where: 'JSON “password”' });
    expect(replacements.rewriteValue('open', true)).toBe('{{password}}');
    expect(replacements.rewrite('GET /open')).toBe('GET /open');
  });

  test('and the name of an account that many computers have stays in paths', () => {
    const replacements = new Replacements();
    replacements.add('admin', 'user name', { field: 'username', where: 'JSON “username”' });
    replacements.add('kim', 'user name', { field: 'username', where: 'JSON “username”' });
    expect(replacements.rewrite('/admin/kim/users')).toBe('/admin/bob/users');
  });
});

test('each line of a private key is replaced, where lines are rewritten one by one', () => {
  const lines = ['MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7', 'q7Zr0pLx2MvKt9WbYc4Haa'];
  const key = ['-----BEGIN PRIVATE KEY-----', ...lines, '-----END PRIVATE KEY-----'].join('\n');
  const replacements = new Replacements();
  replacements.add(key, 'key', { field: '', where: 'a body' });
  for (const line of lines) expect(replacements.rewrite(line)).toBe('{{key}}');
  expect(replacements.rewrite(`see ${key}`)).toBe('see {{key}}');
});
