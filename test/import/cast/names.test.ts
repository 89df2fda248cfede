import { expect, test } from 'vitest';
import { castOf, imported, told, typed } from './castOf';

const ESC = '\u001b';
const TOKEN = `ghp_${'a1B2c3D4e5F6'.repeat(3)}`;
const prompt = 'alice@deep-thought:~/shop$ ';
const events = [prompt, ...typed('cat .env'), `${ESC}[31mTOKEN=${ESC}[0m${TOKEN}\r\n/home/alice/shop by alice@corp.io, malice\r\n`, prompt];

test('turns names and secrets into variables with made-up values', async () => {
  const result = await imported(castOf(events));
  expect(told(result)).toEqual(['{{user}}@{{host}}:~/shop$ cat .env', '  TOKEN={{token}}', '  /home/{{user}}/shop by {{email}}, malice']);
  expect(result.replacements.map(({ old, name, value }) => [old, name, value])).toEqual([
    [TOKEN, 'token', 'ghp_xxxxxxxx'],
    ['alice@corp.io', 'email', 'ann@example.com'],
    ['deep-thought', 'host', 'laptop'],
    ['alice', 'user', 'ann'],
  ]);
});

test('keeps what it is told to keep, and takes variables of the story and of the author', async () => {
  const result = await imported(castOf(events), {
    kept: ['deep-thought'],
    variables: { who: { value: 'alice' }, user: { value: 'x' } },
    requested: [{ old: 'shop', name: 'project', value: 'store' }],
    storyText: 'ann@example.com',
  });
  expect(told(result)).toEqual([
    '{{who}}@deep-thought:~/{{project}}$ cat .env',
    '  TOKEN={{token}}',
    '  /home/{{who}}/{{project}} by {{email}}, malice',
  ]);
  expect(result.replacements.find(({ name }) => name === 'email')!.value).toBe('ben@example.com');
  expect(result.kept.map(({ value }) => value)).toEqual(['deep-thought']);
});

test('asks for each name, with a suggestion', async () => {
  const asked: string[] = [];
  const result = await imported(castOf(events), {
    ask: async ({ value }, suggestion) => {
      asked.push(`${value} ${suggestion}`);
      return value === 'alice' ? 'kim' : undefined;
    },
  });
  expect(asked).toEqual([`${TOKEN} ghp_xxxxxxxx`, 'alice@corp.io ann@example.com', 'deep-thought laptop', 'alice ann']);
  expect(told(result)[0]).toBe('{{user}}@deep-thought:~/shop$ cat .env');
  expect(result.replacements.map(({ value }) => value)).toEqual(['kim']);
});

test('leaves no name in the recording of a screen, also where it is typed in pieces', async () => {
  const screen = [`${ESC}[?1049h${ESC}[2J${ESC}[H/home/al`, `${ESC}[1mi`, `ce${ESC}[0m/shop`, `${ESC}]0;alice${ESC}\\`, `${ESC}[?1049l`];
  const { scenes } = await imported(castOf([prompt, ...typed('less a'), ...screen, prompt, ...typed('ls'), prompt]));
  const cast = scenes.find((scene) => scene.cast !== undefined)!.cast!;
  expect(cast).not.toMatch(/alice|deep/u);
  expect(cast.replaceAll(/\\u001b\[\d*m|"\]\n\[[\d.]+,"o","/gu, '')).toContain('/home/annnn/shop');
});

test('leaves a screen out that draws a name so that it cannot be replaced', async () => {
  const screen = [`${ESC}[?1049h${ESC}[2J${ESC}[1;1H/home/alXXX${ESC}[1;9Hi`, `${ESC}[1;10Hce/`, `${ESC}[?1049l`];
  const { scenes, notices } = await imported(castOf([prompt, ...typed('less a'), ...screen, prompt, ...typed('ls'), prompt]));
  expect(scenes.filter(({ cast }) => cast !== undefined)).toEqual([]);
  expect(notices).toEqual([expect.stringContaining('The screen of “less a” is left out')]);
});

test('leaves no half of a name in titles and notes', async () => {
  const { scenes } = await imported(
    castOf([prompt, ...typed(`echo a word or two and a bit /home/alice/x ${TOKEN}`), `1 ${TOKEN} ${TOKEN}\r\n`, prompt]),
  );
  expect(JSON.stringify(scenes)).not.toMatch(/alic|ghp_a/u);
});

const KEY_LINES = ['MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7', 'q7Zr0pLx2MvKt9WbYc4Haa', 'xY9='];
const PEM = ['-----BEGIN PRIVATE KEY-----', ...KEY_LINES, '-----END PRIVATE KEY-----'].join('\r\n');

test('replaces each line of a private key, in terminals and on screens, also of a second one', async () => {
  const other = PEM.replaceAll('q7Z', 'b8K').replaceAll('MIIE', 'MIIB');
  const screen = [`${ESC}[?1049h${ESC}[2J${ESC}[H${PEM}`, `${ESC}[?1049l`];
  const { scenes, replacements } = await imported(
    castOf([prompt, ...typed('cat key'), `${PEM}\r\n${other}\r\n`, prompt, ...typed('less key'), ...screen, prompt]),
  );
  const text = scenes.map(({ scene, cast }) => JSON.stringify(scene) + cast).join('');
  for (const line of [...KEY_LINES, 'b8Kr0pLx2MvKt9WbYc4Haa', 'MIIBvQIB']) expect(text).not.toContain(line);
  expect(text).toContain('-----BEGIN PRIVATE KEY-----');
  expect(replacements.filter(({ kind }) => kind === 'key')).toHaveLength(2);
});

test.each([
  ['starship', ['kim in 🌐 acmebox in ~/work/x on main \r\n', '❯ ']],
  ['spaceship', ['kim at acmebox in ~/work/x\r\n', '➜ ']],
  ['Kali', ['┌──(kim㉿acmebox)-[~]\r\n', '└─$ ']],
  ['fish', ['kim@acmebox ~/work> ']],
  ['Fedora', ['[kim@acmebox work]$ ']],
])('finds user and computer in prompts of %s', async (_, lines) => {
  const shown = lines.join('');
  const { scenes } = await imported(castOf([shown, ...typed('ls'), 'a\r\n', shown, ...typed('echo b'), 'b\r\n', shown]));
  expect(JSON.stringify(scenes)).not.toMatch(/kim|acmebox/u);
  expect(JSON.stringify(scenes)).toContain('{{user}}');
});

test('finds user and computer on a screen that is kept', async () => {
  const row = `${ESC}[32mkim@acmebox${ESC}[0m:${ESC}[34m~${ESC}[0m$ ls`;
  const { scenes } = await imported(castOf([`${ESC}[?1049h${ESC}[2J${ESC}[H${row}\r\n`, 1, `${row} kim`, 1, `${ESC}[?1049l`]));
  expect(scenes.map(({ cast }) => cast !== undefined)).toEqual([true]);
  expect(JSON.stringify(scenes)).not.toMatch(/kim|acmebox/u);
});

test('replaces names in the title of a recording, and words that unprintable characters separate', async () => {
  const { scenes } = await imported(
    castOf([{ marker: 'x\u2066alice\u2066x' }, prompt, ...typed('echo alice'), 'by \uE0A0alice\uE0B0x\r\nx{\uE0B0{user}}\r\n', prompt]),
    { title: 'Deploy of alice' },
  );
  expect(JSON.stringify(scenes)).not.toContain('alice');
  expect(JSON.stringify(scenes)).toContain('Deploy of {{user}}');
});

test('asks nothing of a line that asks for a password', async () => {
  const { replacements } = await imported(
    castOf([
      prompt,
      ...typed('login'),
      'Enter password: ',
      '\r\n',
      'Welcome to the monitor\r\n',
      prompt,
      ...typed('a'),
      'Password: ',
      prompt,
    ]),
  );
  expect(replacements.map(({ old }) => old)).toEqual(['deep-thought', 'alice']);
});

test('says what it cannot replace', async () => {
  const { notices } = await imported(castOf(events), { requested: [{ old: 'nowhere', name: 'place', value: undefined }] });
  expect(notices).toEqual(['--replace names “nowhere”, which is not in the recording.']);
});
