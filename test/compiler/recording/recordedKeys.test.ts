import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { secretsRule } from '../../../src/check/rules/secrets';
import { kindsRule } from '../../../src/check/rules/kinds';
import { compileStory } from '../../../src/compiler/compileStory';
import type { RecordingEvent } from '../../../src/compiler/recording/asciicast';
import { keysOfInput } from '../../../src/compiler/recording/inputKeys';
import { readInput } from '../../../src/compiler/recording/silentInput';
import { msInSegment, splitRecording } from '../../../src/compiler/recording/splitRecording';
import { found } from '../../check/runRule';
import { makeFolder, STORY } from '../../support/folder';
import { asciicastV3, recordingScene, recordingTimeline } from '../../support/recording';

const SHOWN = STORY.replace('"footer"', '"showKeys": true, "footer"');

describe('keysOfInput', () => {
  test.each<[string, string[]]>([
    ['ls', ['l', 's']],
    ['\r', ['Enter']],
    ['\t \x7f', ['Tab', 'Space', 'Backspace']],
    ['\x03\x1a', ['Ctrl+C', 'Ctrl+Z']],
    ['\x1b', ['Esc']],
    ['\x1b[A\x1bOB', ['Up', 'Down']],
    ['\x1b[1;5C', ['Ctrl+Right']],
    ['\x1b[1;2A\x1b[Z', ['Shift+Up', 'Shift+Tab']],
    ['\x1b[3~\x1b[15~\x1b[24;3~', ['Delete', 'F5', 'Alt+F12']],
    ['\x1bb', ['Alt+b']],
    ['é字👩‍💻'.slice(0, 2), ['é', '字']],
    // What a terminal sends by itself.
    ['\x1b[12;40R', []],
    ['\x1b[?62;22c\x1b[>0;276;0c', []],
    ['\x1b]11;rgb:1e1e/1e1e/2e2e\x07', []],
    ['\x1b]10;rgb:0/0/0\x1b\\x', ['x']],
    ['\x1b[<0;10;5M\x1b[<0;10;5m', []],
    ['\x1b[M !!', []],
    ['\x1b[I\x1b[O', []],
    ['\x1b[200~hi\x1b[201~', ['h', 'i']],
  ])('%j is the keys %j', (data, keys) => expect(keysOfInput(data)).toEqual(keys));

  test('never throws, and names no control character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (data) => {
        // oxlint-disable-next-line no-control-regex
        for (const key of keysOfInput(data)) expect(key).not.toMatch(/[\u0000-\u001f\u007f]/u);
      }),
    );
  });
});

/** Returns events of somebody who types `text`, of which the terminal prints what `echo` returns. */
function typing(text: string, echo: (character: string) => string, start = 0): RecordingEvent[] {
  return Array.from(text).flatMap((data, index): RecordingEvent[] => [
    { time: start + index / 10, type: 'input', data },
    { time: start + index / 10 + 0.01, type: 'output', data: echo(data) },
  ]);
}
const enter = (time: number, data = '\r\nWelcome back\r\n$ '): RecordingEvent[] => [
  { time, type: 'input', data: '\r' },
  { time: time + 0.1, type: 'output', data },
];
const namesOf = (events: readonly RecordingEvent[]): string =>
  readInput(events)
    .keys.map(({ name }) => name)
    .join(' ');

describe('readInput', () => {
  test.each<[string, RecordingEvent[], string, number]>([
    ['a line that is echoed', [...typing('ls -a', (each) => each), ...enter(1)], 'l s Space - a Enter', 0],
    ['a line echoed in colour', [...typing('git', (each) => `\x1b[32m${each}\x1b[0m`), ...enter(1)], 'g i t Enter', 0],
    ['a line that is echoed late', [...typing('git', () => ''), { time: 0.5, type: 'output', data: 'git' }, ...enter(1)], 'g i t Enter', 0],
    [
      'a line that comes at once',
      [
        { time: 0, type: 'input', data: 'git\r' },
        { time: 0.1, type: 'output', data: 'git\r\nok' },
      ],
      'g i t Enter',
      0,
    ],
    ['a short command of a pager', [...typing('gG', () => 'redrawn')], 'g G', 0],
    ['a password', [...typing('hunter2', () => ''), ...enter(1)], '• • • • • • • Enter', 1],
    ['a password with stars', [...typing('hunter2', () => '*'), ...enter(1)], '• • • • • • • Enter', 1],
    ['a corrected password', [...typing('hun\x7fnter2', () => ''), ...enter(1)], '• • • Backspace • • • • • Enter', 1],
    [
      'a pasted password',
      [
        { time: 0, type: 'input', data: 'hunter2\r' },
        { time: 0.1, type: 'output', data: '\r\nThe h unter was here 2' },
      ],
      '• • • • • • • Enter',
      1,
    ],
    ['a password at the end of a recording', typing('hunter2', () => ''), '• • • • • • •', 1],
  ])('%s', (_, events, names, silent) => {
    expect(namesOf(events)).toBe(names);
    expect(readInput(events).silentLines).toHaveLength(silent);
  });

  test('shows no character of any password that the terminal does not print', () => {
    const password = fc.string({ minLength: 3, maxLength: 30 }).filter((text) => !/\s/u.test(text));
    fc.assert(
      fc.property(password, (text) => {
        const events = [
          ...typing('sudo ls', (each) => each),
          ...enter(1, '\r\nPassword: '),
          ...typing(text, () => '', 2),
          ...enter(9, '\r\n$ '),
        ];
        expect(namesOf(events)).toBe(`s u d o Space l s Enter ${'• '.repeat(Array.from(text).length)}Enter`);
      }),
    );
  });
});

describe('times', () => {
  const output = (time: number): RecordingEvent => ({ time, type: 'output', data: 'x' });

  test('a key keeps its distance to the next output, however much the pause before it is shortened', () => {
    const [segment] = splitRecording({ grid: { cols: 20, rows: 5 }, idle: undefined, events: [output(1), output(11), output(12)] }, 2);
    expect([0.5, 1, 5, 10.9, 11, 11.5, 40].map((time) => msInSegment(segment!, time))).toEqual([500, 1000, 1000, 2900, 3000, 3500, 4000]);
  });

  test('input changes nothing of what is shown', () => {
    const events = [output(1), output(11), output(12)];
    const input: RecordingEvent = { time: 6, type: 'input', data: 'q' };
    const framesWith = (list: readonly RecordingEvent[]) =>
      splitRecording({ grid: { cols: 20, rows: 5 }, idle: undefined, events: list }, 2);
    expect(framesWith([events[0]!, input, ...events.slice(1)])).toEqual(framesWith(events));
  });
});

const CAST = asciicastV3([
  [0.2, 'o', '$ '],
  [0.5, 'i', 'l'],
  [0.01, 'o', 'l'],
  [0.5, 'i', 's'],
  [0.01, 'o', 's'],
  [0.5, 'i', '\r'],
  [0.1, 'o', '\r\nPassword: '],
  ...Array.from('hunter2', (key) => [0.1, 'i', key]),
  [0.1, 'i', '\r'],
  [1, 'o', '\r\nfiles'],
]);

describe('a recording with input', () => {
  test('has no keys unless its story shows them', async () => {
    const { stops } = await recordingTimeline(CAST);
    expect(stops[0]!.recorded).not.toHaveProperty('keys');
  });

  test('has its keys at their times if the story shows them, and no password', async () => {
    const { stops } = await recordingTimeline(CAST, {}, () => SHOWN);
    expect(stops[0]!.recorded?.keys?.slice(0, 4)).toEqual([
      [700, 'l'],
      [1210, 's'],
      [1720, 'Enter'],
      [1920, '•'],
    ]);
    expect(JSON.stringify(stops[0]!.recorded?.keys)).not.toMatch(/hunter|"h"/u);
    expect(stops[0]!.textLines.at(-1)).toBe('Keys: Enter');
  });

  test('check warns of what is typed without echo', async () => {
    const files = { 'story.json': SHOWN, 'a.json': recordingScene(), 'demo.cast': CAST };
    expect(await found(kindsRule, files)).toEqual([
      expect.stringMatching(/^warning a\.json:\d+:\d+ {2}file: 1\.9 s into the recording, 7 characters are typed without being shown/u),
    ]);
    expect(await found(kindsRule, { ...files, 'story.json': STORY })).toEqual([]);
  });

  test('check finds a secret that is typed', async () => {
    const key = `AKIA${'QZ7WX4LMP2RT9KVB'}`;
    // The echo is drawn apart, so that only the keys hold it.
    const events = Array.from(key).flatMap((each): unknown[][] => [
      [0.1, 'i', each],
      [0.01, 'o', `\x1b[1;1H${each}\x1b[2K`],
    ]);
    const files = { 'story.json': SHOWN, 'a.json': recordingScene(), 'demo.cast': asciicastV3([[0.1, 'o', '$ '], ...events]) };
    expect(await found(secretsRule, files)).toEqual([expect.stringMatching(/AKIA… looks like/u)]);
  });

  test('a name of a key that is unknown is reported with the nearest one', async () => {
    const scene = recordingScene({ steps: [{ title: 'T', keys: ['Crtl+C', 'F5', 'Ctrl+'] }] });
    const folder = await makeFolder({ 'story.json': SHOWN, 'a.json': scene, 'demo.cast': CAST });
    const error = await compileStory(folder).catch((thrown: Error) => thrown);
    expect(String(error)).toMatch(/a\.json:11:9 {2}steps\[0\]\.keys\[0\]: found "Crtl\+C", expected a key .* Did you mean "Ctrl\+C"\?/u);
    expect(String(error)).toMatch(/a\.json:13:9 {2}steps\[0\]\.keys\[2\]: found "Ctrl\+"/u);
  });
});
