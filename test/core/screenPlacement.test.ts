import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeWindows, screenName, windowFeatures, type ScreenInfo } from '../../src/core/screenPlacement';

function screenAt(left: number, shape: Partial<ScreenInfo> = {}): ScreenInfo {
  const [width, height] = [shape.width ?? 1920, shape.height ?? 1080];
  const avail = { availLeft: left, availTop: 25, availWidth: width, availHeight: height - 25 };
  return { left, top: 0, width, height, ...avail, isPrimary: false, isInternal: false, label: '', ...shape };
}
const laptop = screenAt(0, { isInternal: true, isPrimary: true, label: 'Built-in', width: 1366, height: 768 });
const projector = screenAt(1366, { label: 'Projector' });
const monitor = screenAt(3286, { label: 'Monitor' });
const desk = screenAt(-1920, { label: 'Desk', isPrimary: true });
const quietLaptop = { ...laptop, isPrimary: false };
const plainLeft = screenAt(0, { label: 'Left', isPrimary: true });

describe('placeWindows', () => {
  it.each<[string, ScreenInfo[], ScreenInfo | undefined, ScreenInfo | undefined, ScreenInfo | undefined]>([
    ['nothing', [], undefined, undefined, undefined],
    ['a laptop alone', [laptop], laptop, undefined, undefined],
    ['a laptop that mirrors the projector', [laptop, { ...laptop, isInternal: false, label: 'Projector' }], laptop, undefined, undefined],
    ['a laptop and a projector', [laptop, projector], laptop, projector, laptop],
    ['a projector that is listed first', [projector, laptop], laptop, projector, laptop],
    ['a stage that stands on the projector already', [laptop, projector], projector, projector, laptop],
    ['a projector that is the primary screen', [quietLaptop, desk], quietLaptop, desk, quietLaptop],
    ['two monitors, neither of them internal', [plainLeft, projector], plainLeft, projector, plainLeft],
    ['two monitors, the stage on the other one', [plainLeft, projector], projector, projector, plainLeft],
    ['a browser that names no current screen', [laptop, projector], undefined, projector, laptop],
    ['three screens', [laptop, projector, monitor], laptop, projector, laptop],
    ['three screens, the stage moved to the third', [laptop, projector, monitor], monitor, monitor, laptop],
    [
      'a laptop at a desk, whose primary screen is the monitor before it',
      [quietLaptop, desk, projector],
      quietLaptop,
      projector,
      quietLaptop,
    ],
    ['a laptop with two screens and a projector', [{ ...laptop, isPrimary: false, left: 9 }, laptop, projector], laptop, projector, laptop],
    ['three screens of which two mirror each other', [laptop, projector, { ...projector, label: 'Copy' }], laptop, projector, laptop],
  ])('%s', (_, screens, current, stage, speaker) => {
    const placement = placeWindows(screens, current);
    expect([placement?.stage, placement?.speaker]).toEqual([stage, speaker]);
  });

  it('gives two different screens of the list or none, whatever the list is', () => {
    const anyScreen = fc
      .record({ left: fc.constantFrom(0, 1366, 1920), isPrimary: fc.boolean(), isInternal: fc.boolean() })
      .map(({ left, ...shape }) => screenAt(left, shape));
    fc.assert(
      fc.property(fc.array(anyScreen, { maxLength: 5 }), fc.nat(4), (screens, at) => {
        const places = new Set(screens.map(({ left }) => left));
        const placement = placeWindows(screens, screens[at]);
        expect(placement !== undefined).toBe(places.size > 1);
        if (!placement) return;
        expect(screens).toContain(placement.stage);
        expect(screens).toContain(placement.speaker);
        expect(placement.stage.left).not.toBe(placement.speaker.left);
      }),
    );
  });
});

it('a speaker window fills what the system’s bars leave', () => {
  expect(windowFeatures(screenAt(-1920))).toBe('popup,left=-1920,top=25,width=1920,height=1055');
});

it.each([
  [laptop, '“Built-in” (1366 × 768)'],
  [{ ...laptop, label: '' }, 'this computer’s own (1366 × 768)'],
  [screenAt(0), 'the other one (1920 × 1080)'],
])('a screen has a name', (each, name) => {
  expect(screenName(each)).toBe(name);
});
