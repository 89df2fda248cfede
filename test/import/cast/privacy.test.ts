import fc from 'fast-check';
import { expect, test } from 'vitest';
import { castOf, imported, typed, type Event } from './castOf';

const ESC = '\u001b';
const letters = (alphabet: string, minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...alphabet), { minLength, maxLength }).map((chars) => chars.join(''));
/** Letters that no other word of the recording has in this order. */
const name = letters('qxzjvk', 3, 9).map((text) => `q${text}`.slice(0, Math.max(3, text.length)));
const secret = fc.tuple(letters('qxzjvkw', 2, 5), letters('3579', 1, 5)).map((parts) => parts.join(''));

type Places = (names: { readonly user: string; readonly host: string; readonly password: string }) => readonly string[];

const PROMPTS: readonly Places[] = [
  ({ user, host }) => [`${user}@${host}:~/a$ `],
  ({ user, host }) => [`${user} in 🌐 ${host} in ~/a on main\r\n`, '❯ '],
  ({ user, host }) => [`┌──(${user}㉿${host})-[~]\r\n`, '└─$ '],
  ({ user, host }) => [`[${user}@${host} a]$ `],
];
const OUTPUTS: readonly Places[] = [
  ({ user, host }) => [`/home/${user}/notes of ${user} on ${host}`],
  ({ password }) => [`redis://:${password}@cache and ${password}`],
  ({ password }) => [`DB_PASS=${password}`, `"${password}"`],
  ({ password, user }) => [`curl -u ${user}:${password} https://acme.io`, `mysql -p${password}`],
  ({ user, host }) => [`${ESC}[32m${user}${ESC}[0m \uE0B0${host}\uE0B0x`],
];

test('no name or secret of any length is in what was written, and what is listed stands there', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({ user: name, host: name.map((text) => `${text}wk`), password: secret }),
      fc.constantFrom(...PROMPTS),
      fc.array(fc.constantFrom(...OUTPUTS), { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      async (names, promptOf, outputs, isOnScreen) => {
        const prompt = promptOf(names);
        const lines = outputs.flatMap((output) => output(names));
        const screen = [`${ESC}[?1049h${ESC}[2J${ESC}[H${[...lines, `${names.user}@${names.host}:~$ ls`].join('\r\n')}`, `${ESC}[?1049l`];
        const events: readonly Event[] = [
          { marker: `with ${names.user}` },
          ...prompt,
          ...typed('cat a'),
          ...lines.map((line) => `${line}\r\n`),
          ...prompt,
          ...typed(`echo ${names.user}`),
          ...(isOnScreen ? screen : []),
          ...prompt,
          ...typed('ls'),
          ...prompt,
        ];
        const { scenes, replacements, notices } = await imported(castOf(events), { title: `Deploy of ${names.user}` });
        const written = scenes.map(({ scene, cast }) => `${JSON.stringify(scene)}${cast ?? ''}`).join('\n');
        const isShown = (text: string): boolean => new RegExp(`(?<![a-z0-9])${text}(?![a-z0-9])`, 'u').test(written);
        const planted = [names.user, names.host, ...(JSON.stringify(lines).includes(names.password) ? [names.password] : [])];
        expect(planted.filter(isShown)).toEqual([]);
        for (const { name: variable } of replacements) expect(written).toContain(`{{${variable}}}`);
        expect(notices.filter((notice) => !notice.includes('is left out'))).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});
