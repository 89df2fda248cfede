import { beforeAll, describe, expect, it } from 'vitest';
import { createTimeline, type Timeline } from '../../src/core/timeline';
import { describeNextPress, type NextPress, type NextPressInput } from '../../src/speaker/describeNextPress';
import { demoTimeline } from '../support/demoTimeline';
import { describeFake, fakeStep, fakeStory } from '../support/fakeStory';

let demo: Timeline;
beforeAll(async () => {
  demo = await demoTimeline();
});

const STILL: Omit<NextPressInput, 'stop'> = {
  playing: false,
  curtain: 'open',
  frozen: undefined,
  covered: false,
  autoplay: false,
  motion: true,
};
const at = (stop: number, change: Partial<NextPressInput> = {}): NextPress => describeNextPress(demo, { stop, ...STILL, ...change });

/** Returns the effects without the typing times, which depend on the story's rhythm. */
const effectsOf = ({ effects }: NextPress): string[] => effects.map((each) => each.replace(/Types for [\d.]+ s/u, 'Types'));

describe('in the demo', () => {
  it.each<[number, string, string[], string]>([
    [0, 'Goes on to “401, and the browser opens”', ['Types'], "Agent: I'll run that search for you."],
    [
      1,
      'Goes on to “The browser opens on Cognito”',
      ['→ Scene 2: Amazon Cognito hosted UI', 'The browser opens'],
      '🔒 auth.example.com/login',
    ],
    [
      2,
      'Goes on to “The same login as everything else”',
      ['→ Scene 3: Company single sign-on', 'Another page in the browser'],
      '🔒 sso.example.com',
    ],
    [
      3,
      'Goes on to “The token comes back”',
      [
        '→ Scene 4: Authorization successful',
        '“Verifying credentials & redirecting to Cognito...” for 1.5 s',
        'Another page in the browser',
      ],
      '🔒 localhost:9876/callback',
    ],
    [4, 'Goes on to “Token received”', ['→ Scene 5: What the token buys, old way against new', 'The browser closes', 'Types'], 'Terminal'],
    [5, 'Goes on to “The call works”', ['Types'], 'tool search'],
    [6, 'Goes on to “The answer, and one ask too many”', ['Types'], "Agent: Here's what I found:"],
    [7, 'Goes on to “403”', ['Types'], "Agent: I'll try the extract tool."],
    [8, 'Goes on to “Why that is right”', ['Types'], 'Agent: Access denied.'],
    [9, 'Goes on to “The old way”', ['A board takes the terminal’s place'], '⚠ Meanwhile'],
    [10, 'Goes on to “The new way”', ['The board goes on'], '✓ With OAuth MCP'],
  ])('at stop %i: %s', (stop, headline, effects, firstLine) => {
    const press = at(stop);
    expect(press).toMatchObject({ kind: 'go', headline });
    expect(effectsOf(press)).toEqual(effects);
    expect(press.newLines[0]).toContain(firstLine);
    expect(press.newLines.length + press.hiddenLineCount).toBe(demo.stops[stop + 1]!.textLines.length);
  });

  it('is nothing at stop 11, the last', () => {
    expect(at(11)).toEqual({ kind: 'end', headline: 'Nothing: this is the last stop', effects: [], newLines: [], hiddenLineCount: 0 });
  });

  it('includes how long it types', () => {
    const { playMs } = demo.stops[1]!;
    expect(at(0).effects).toContain(`Types for ${Math.round(playMs / 100) / 10} s`);
  });
});

describe('at every stop', () => {
  const every = Array.from({ length: 12 }, (_, stop) => stop);

  it.each(every)('finishes the stop that plays: %i', (stop) => {
    const press = at(stop, { playing: true });
    expect(press.kind).toBe('finish');
    expect(press.headline).toBe(
      stop >= 10 ? 'Shows the whole board at once' : stop >= 2 && stop <= 4 ? 'Shows the whole page at once' : 'Finishes the typing',
    );
    expect(press.effects.at(-1)).toBe(
      stop === 11 ? 'It is the last stop' : `The press after it goes on to “${demo.stops[stop + 1]!.source.title}”`,
    );
  });

  it.each(every)('removes the cover or closes the overlay first: %i', (stop) => {
    expect(at(stop, { curtain: 'black', playing: true, covered: true })).toMatchObject({
      kind: 'uncover',
      headline: 'Brings the picture back',
    });
    expect(at(stop, { covered: true, playing: true })).toMatchObject({ kind: 'uncover', headline: 'Closes what lies over the stage' });
  });

  it.each(every)('jumps to a pending number: %i', (stop) => {
    expect(at(stop, { pendingNumber: '5.3' })).toMatchObject({ kind: 'jump', headline: 'Goes to “The answer, and one ask too many”' });
    expect(at(stop, { pendingNumber: '4', curtain: 'white' }).effects[0]).toBe('The room stays white');
  });

  it.each(every)('says that the stage is frozen and that autoplay stops: %i', (stop) => {
    expect(at(stop, { frozen: 3, autoplay: true }).effects.slice(0, 2)).toEqual(['Autoplay stops', 'The room does not see it: frozen']);
  });

  it.each(every)('mentions no durations without motion: %i', (stop) => {
    expect(at(stop, { motion: false }).effects.join()).not.toMatch(/for [\d.]+ s/u);
  });
});

it('mentions durations of a page from 1 s', () => {
  expect(at(3).effects.join()).not.toContain('Plays');
  const slow: Timeline = { ...demo, stops: demo.stops.map((stop) => ({ ...stop, playMs: 2000 })) };
  expect(describeNextPress(slow, { stop: 3, ...STILL }).effects).toContain('Plays for 2 s');
});

it('says which scenes share the stage, which of them moves, and which window opens and closes', () => {
  const [left, right] = fakeStory([[fakeStep(), fakeStep()], [fakeStep()]]).scenes;
  const panes = (step: number, moves: boolean) => [
    { scene: left!, step, width: 1, moves: true },
    { scene: right!, step: 0, width: 1, moves },
  ];
  const split = [fakeStep({ surface: 'panes', panes: panes(0, true) }), fakeStep({ surface: 'panes', panes: panes(1, false) })];
  const { scenes, ...story } = fakeStory([[fakeStep()], split, [fakeStep({ surface: 'browser' })], [fakeStep()]]);
  const list = scenes.map((scene, index) => ({ ...scene, over: index === 2 }));
  const timeline = createTimeline({ ...story, scenes: list }, describeFake);
  const effects = (stop: number) => describeNextPress(timeline, { stop, ...STILL }).effects;
  expect(effects(0)).toContain('2 scenes share the stage');
  expect(effects(1)).toEqual(['“Scene 0” moves']);
  expect(effects(2)).toContain('A window opens over it');
  expect(effects(3)).toContain('The window over it closes');
});
