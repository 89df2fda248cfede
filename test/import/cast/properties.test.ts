import fc from 'fast-check';
import { expect, test } from 'vitest';
import { notesRule } from '../../../src/check/rules/notes';
import { secretsRule } from '../../../src/check/rules/secrets';
import { terminalRule } from '../../../src/check/rules/terminal';
import { typingRule } from '../../../src/check/rules/typing';
import { variablesRule } from '../../../src/check/rules/variables';
import { found } from '../../check/runRule';
import { castOf, imported, told, typed, type Event } from './castOf';

const ESC = '\u001b';

/** A command as it is typed, with its final words. Signs that end prompts may stand in it. */
const command = fc
  .tuple(
    fc
      .tuple(
        fc.stringMatching(/^[a-z]{2,8}( [a-z.-]{1,8}){0,2}$/u),
        fc.constantFrom('', ...['>', '>>', '$', '#', '%', '❯'].map((sign) => ` ${sign} x`)),
      )
      .map((parts) => parts.join('')),
    fc.option(fc.tuple(fc.nat(), fc.stringMatching(/^[a-z]{1,3}$/u))),
  )
  .map(([words, slip]) => {
    if (!slip) return { words, keys: [...words] };
    const at = slip[0] % words.length;
    const corrections = [...slip[1]].map(() => `\b${ESC}[K`);
    return { words, keys: [...words.slice(0, at), ...slip[1], ...corrections, ...words.slice(at)] };
  });

/** An output, and the line that is left of it. */
const output = fc.oneof(
  fc.stringMatching(/^[A-Z][a-z]{1,30}$/u).map((line) => ({ line, events: [`${line}\r\n`] })),
  fc
    .tuple(fc.stringMatching(/^[A-Z][a-z]{1,9}$/u), fc.constantFrom(31, 32, 33))
    .map(([line, code]) => ({ line: `${line} end`, events: [`${ESC}[${code}m${line}${ESC}[0m end\r\n`] })),
  fc
    .integer({ min: 2, max: 5 })
    .map((steps) => ({
      line: 'Done 100 %',
      events: [...Array.from({ length: steps }, (_, index) => `\rDone ${String(index * 10)} %`), `\r${ESC}[KDone 100 %`, '\r\n'],
    })),
);

/** Output without a line end, after which the prompt stands in the same line. */
const unended = fc.constantFrom(undefined, '{"id":"ord_42"}', '[1,2]', 'version 12, stable', `{"id":"${'x'.repeat(90)}"}`);

/** Prompts, and what the shell prints when a command is entered. */
const shell = fc.constantFrom(
  { prompt: '$ ', shown: '$', enter: '\r\n' },
  { prompt: 'me@laptop:~/shop$ ', shown: 'me@laptop:~/shop$', enter: '\r\n' },
  { prompt: `${ESC}[?2004hme@laptop:~/shop# `, shown: 'me@laptop:~/shop#', enter: `\r\n${ESC}[?2004l\r` },
  { prompt: '[me@laptop shop]$ ', shown: '[me@laptop shop]$', enter: '\r\n' },
  { prompt: 'me@laptop shop % ', shown: 'me@laptop shop %', enter: '\r\n' },
  { prompt: 'me@laptop ~/s/shop (main)> ', shown: 'me@laptop ~/s/shop (main)>', enter: '\r\n' },
  { prompt: `${ESC}[?2004h${ESC}[32m❯${ESC}[0m `, shown: '❯', enter: `\r\n${ESC}[?2004l\r` },
);

const session = fc.record({
  shell,
  runs: fc.array(fc.tuple(command, fc.array(output, { maxLength: 3 }), unended), { minLength: 1, maxLength: 4 }),
});

test('finds every command and the last state of every output of a session', async () => {
  await fc.assert(
    fc.asyncProperty(session, async ({ shell: { prompt, shown, enter }, runs }) => {
      const events: Event[] = runs.flatMap(([{ keys }, outputs, last]) => [
        prompt,
        ...keys,
        enter,
        ...outputs.flatMap((each) => each.events),
        ...(last === undefined ? [] : [last]),
      ]);
      const lines = runs.flatMap(([{ words }, outputs, last]) => [
        `${shown} ${words}`,
        ...outputs.map(({ line }) => `  ${line}`),
        ...(last === undefined ? [] : [`  ${last}`]),
      ]);
      expect(told(await imported(castOf([...events, prompt])))).toEqual(lines);
    }),
    { numRuns: 60 },
  );
});

test('check finds nothing in what was imported', async () => {
  const long = Array.from({ length: 60 }, (_, index) => `line ${index} of a build\r\n`);
  const events = [
    'alice@deep-thought:~/a/very/long/path/to/a/folder/of/a/project$ ',
    ...typed(`deploy ${'--option value '.repeat(18)}`.trim()),
    ...long.flatMap((line) => [3, line]),
    'alice@deep-thought:~/a/very/long/path/to/a/folder/of/a/project$ ',
    ...typed('help'),
    long.join(''),
    'alice@deep-thought:~/a/very/long/path/to/a/folder/of/a/project$ ',
    ...typed('help'),
    `ghp_${'a1B2c3D4e5F6'.repeat(3)}\r\n`,
    'alice@deep-thought:~/a/very/long/path/to/a/folder/of/a/project$ ',
    ...typed('less a'),
    `${ESC}[?1049h${ESC}[2J${ESC}[Hhello alice`,
    ...Array.from({ length: 80 }, (_, index) => [1, `${ESC}[2;1H${index}`]).flat(),
    `${ESC}[?1049l`,
    'alice@deep-thought:~/a/very/long/path/to/a/folder/of/a/project$ ',
  ];
  const { scenes, replacements } = await imported(castOf(events, { width: 200 }));
  const files = {
    'story.json': JSON.stringify({
      id: 'demo',
      title: 'Demo',
      description: 'A demo.',
      status: { topic: 'topic', hint: 'hint', end: 'end' },
      footer: [],
      variables: Object.fromEntries(replacements.map(({ name, value }) => [name, { value }])),
      scenes: scenes.map(({ id }) => `${id}.json`),
    }),
    ...Object.fromEntries(scenes.map(({ id, scene }) => [`${id}.json`, JSON.stringify(scene)])),
    ...Object.fromEntries(scenes.flatMap(({ id, cast }) => (cast === undefined ? [] : [[`${id}.cast`, cast]]))),
  };
  expect(scenes).toHaveLength(2);
  for (const rule of [terminalRule, typingRule, notesRule, variablesRule, secretsRule]) expect(await found(rule, files)).toEqual([]);
});
