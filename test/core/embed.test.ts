import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { embedState, parseEmbedCommand } from '../../src/core/embed';
import { EMBED_VERSION } from '../../src/core/embedVersion';
import { demoTimeline } from '../support/demoTimeline';

const timeline = await demoTimeline();
const parse = (fields: Readonly<Record<string, unknown>>) => parseEmbedCommand({ understudy: EMBED_VERSION, ...fields }, timeline);

describe('parseEmbedCommand', () => {
  it.each([
    [{ type: 'next' }, { type: 'next' }],
    [{ type: 'start', more: 1 }, { type: 'start' }],
    [{ type: 'play' }, { type: 'play' }],
    [{ type: 'pause' }, { type: 'pause' }],
    [
      { type: 'set', theme: 'light', captions: true, controls: false },
      { type: 'set', options: { theme: 'light', captions: true, controls: false } },
    ],
    [
      { type: 'set', theme: 'blue', captions: 1, controls: 'off', more: true },
      { type: 'set', options: {} },
    ],
    [
      { type: 'goTo', stop: 4 },
      { type: 'goTo', stop: 4 },
    ],
    [
      { type: 'goTo', stop: -3 },
      { type: 'goTo', stop: 0 },
    ],
    [
      { type: 'goTo', stop: 1e9 },
      { type: 'goTo', stop: 11 },
    ],
    [
      { type: 'goTo', scene: 'comparison' },
      { type: 'goTo', stop: 5 },
    ],
    [
      { type: 'goTo', scene: 'comparison', step: 3 },
      { type: 'goTo', stop: 8 },
    ],
    [
      { type: 'goTo', scene: 'agent', step: 99 },
      { type: 'goTo', stop: 1 },
    ],
  ])('parses %j', (fields, expected) => {
    expect(parse(fields)).toEqual(expected);
  });

  it.each([
    [{ type: 'goTo' }],
    [{ type: 'goTo', stop: '4' }],
    [{ type: 'goTo', stop: 1.5 }],
    [{ type: 'goTo', stop: Number.NaN }],
    [{ type: 'goTo', scene: 'nowhere' }],
    [{ type: 'goTo', scene: 'comparison', step: 'three' }],
    [{ type: 'toString' }],
    [{ type: 'theme' }],
    [{}],
    [{ understudy: 2, type: 'next' }],
  ])('returns undefined for %j', (fields) => {
    expect(parse(fields)).toBeUndefined();
  });

  it('never throws, and returns a stop of the story or undefined', () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.record(
        {
          understudy: fc.constant(EMBED_VERSION),
          type: fc.constantFrom('goTo', 'next', 'x'),
          stop: fc.anything(),
          scene: fc.anything(),
          step: fc.anything(),
        },
        { requiredKeys: [] },
      ),
    );
    fc.assert(
      fc.property(anything, (data) => {
        const command = parseEmbedCommand(data, timeline);
        if (command?.type === 'goTo') expect(timeline.stops[command.stop]).toBeDefined();
      }),
    );
  });
});

it('embedState contains facts of the story and the stop, and nothing else', () => {
  expect(embedState(timeline, 8, 'settled', true)).toEqual({
    stop: 8,
    stops: 12,
    scene: 'comparison',
    step: 3,
    title: '403',
    state: 'settled',
    autoplay: true,
    story: timeline.story.title,
  });
});
