import { describe, expect, it } from 'vitest';
import { createTypingKeys, type TypingState } from '../../src/player/typingKeys';

const LEFT: TypingState = { isTypingByHand: true, isOpen: true, isLeft: true, arrival: 3 };
const DONE: TypingState = { ...LEFT, isLeft: false };
const event = (key: string, timeStamp = 0, rest: Partial<KeyboardEvent> = {}): KeyboardEvent =>
  ({
    key,
    timeStamp,
    repeat: false,
    shiftKey: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    isComposing: false,
    ...rest,
  }) as KeyboardEvent;

describe('while something is left to type', () => {
  it.each<[string, KeyboardEvent, ReturnType<ReturnType<typeof createTypingKeys>>]>([
    ['a letter', event('a'), 'type'],
    ['t, which turned it on', event('t'), 'type'],
    ['a capital letter', event('B', 0, { shiftKey: true }), 'type'],
    ['a digit', event('5'), 'type'],
    ['a full stop', event('.'), 'type'],
    ['a letter of another script', event('й'), 'type'],
    ['an emoji', event('👋'), 'type'],
    ['a held letter', event('x', 0, { repeat: true }), 'type'],
    ['Enter', event('Enter'), 'typeLine'],
    ['Space', event(' '), 'typeLine'],
    ['Backspace', event('Backspace'), 'none'],
    ['Tab', event('Tab'), 'none'],
    ['Esc', event('Escape'), undefined],
    ['an arrow', event('ArrowRight'), undefined],
    ['a clicker’s PageDown', event('PageDown'), undefined],
    ['Shift and Space, which goes back', event(' ', 0, { shiftKey: true }), undefined],
    ['Ctrl+P, which prints', event('p', 0, { ctrlKey: true }), undefined],
    ['Alt and a letter', event('x', 0, { altKey: true }), undefined],
    ['a letter of an input method', event('a', 0, { isComposing: true }), undefined],
    ['a function key', event('F5'), undefined],
  ])('%s', (_, press, result) => {
    expect(createTypingKeys()(LEFT, press)).toBe(result);
  });

  it.each([
    ['typing by hand is off', { ...LEFT, isTypingByHand: false }],
    ['the stage is covered', { ...LEFT, isOpen: false }],
  ])('every key keeps its meaning while %s', (_, state) => {
    for (const key of ['a', 'Enter', ' ', 'Backspace']) expect(createTypingKeys()(state, event(key))).toBeUndefined();
  });
});

describe('when nothing is left to type', () => {
  it.each<[string, [TypingState, KeyboardEvent][], 'none' | undefined]>([
    ['a letter has its own meaning', [[DONE, event('b', 5000)]], undefined],
    [
      'letters of the same typing do nothing',
      [
        [LEFT, event('Enter', 0)],
        [DONE, event('b', 300)],
        [DONE, event('w', 1200)],
      ],
      'none',
    ],
    [
      'a letter after a pause has its own meaning',
      [
        [LEFT, event('Enter', 0)],
        [DONE, event('b', 1100)],
      ],
      undefined,
    ],
    [
      'Enter goes on soon after the last line',
      [
        [LEFT, event('Enter', 0)],
        [DONE, event('Enter', 400)],
      ],
      undefined,
    ],
    [
      'Enter does nothing in a burst',
      [
        [LEFT, event('Enter', 0)],
        [DONE, event('Enter', 200)],
      ],
      'none',
    ],
    [
      'Enter does nothing after letters',
      [
        [LEFT, event(' ', 0)],
        [DONE, event('x', 700)],
        [DONE, event('Enter', 1500)],
      ],
      'none',
    ],
    [
      'a held Enter does nothing',
      [
        [LEFT, event('Enter', 0)],
        [DONE, event('Enter', 500, { repeat: true })],
      ],
      'none',
    ],
    [
      'at another stop, a letter has its own meaning',
      [
        [LEFT, event('x', 0)],
        [{ ...DONE, arrival: 4 }, event('b', 100)],
      ],
      undefined,
    ],
    [
      'an arrow keeps its meaning',
      [
        [LEFT, event('x', 0)],
        [DONE, event('ArrowRight', 10)],
      ],
      undefined,
    ],
  ])('%s', (_, presses, result) => {
    const typingKey = createTypingKeys();
    expect(presses.map(([state, press]) => typingKey(state, press)).at(-1)).toBe(result);
  });
});
