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
