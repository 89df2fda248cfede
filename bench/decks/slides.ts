import type { Story } from '../../src/core/story';
import { createElements } from '../../src/core/terminal/elements';
import { layoutElements } from '../../src/core/terminal/layoutElements';
import { instantScheduler } from '../../src/core/terminal/outputScheduler';
import { createTimeline, type Stop } from '../../src/core/timeline';
import { fillStory } from '../../src/core/variables';
import { describeStep } from '../../src/kinds/registry';
import { palettes } from '../../src/styles/palette';
import { WIDE_COLS } from '../../src/terminal/grid';

export interface StyledSpan {
  readonly text: string;
  readonly colour: string;
  readonly bold: boolean;
  /** Drawn as a filled tag. */
  readonly badge: boolean;
}

export interface DeckStop {
  /** Text in one style that no other stop has. */
  readonly marker: string;
  readonly lines: readonly (readonly StyledSpan[])[];
}

export interface Slide {
  readonly kind: Stop['surface'];
  readonly title: string;
  readonly stops: readonly DeckStop[];
}

const COLOURS = palettes.dark.roles;

/** Shorter texts also appear elsewhere on a page. */
const MIN_MARKER_LENGTH = 8;

/** Returns the story as slides of plain lines, for tools without a terminal: the same stops, text and colours. */
export function slidesOf(story: Story): readonly Slide[] {
  const { stops } = createTimeline(fillStory(story), describeStep);
  const lines = stops.map(stopLines);
  const slides: { -readonly [Key in keyof Slide]: Slide[Key] }[] = [];
  stops.forEach((stop, index) => {
    const previous = stops[index - 1];
    const deckStop = { marker: findMarker(stop, lines), lines: lines[index] ?? [] };
    const slide = slides.at(-1);
    if (slide && previous?.scene === stop.scene && previous.surface === stop.surface) slide.stops = [...slide.stops, deckStop];
    else slides.push({ kind: stop.surface, title: stop.window ?? stop.scene.title, stops: [deckStop] });
  });
  return slides;
}

function stopLines(stop: Stop): DeckStop['lines'] {
  if (!stop.blocks) return stop.textLines.map((text) => [{ text, colour: COLOURS.text, bold: false, badge: false }]);
  return layoutElements(createElements(stop.blocks, instantScheduler), WIDE_COLS).map((row) =>
    row.map(({ text, style }) => ({ text, colour: COLOURS[style.role], bold: style.bold ?? false, badge: style.badge ?? false })),
  );
}

/** Returns the last text of a terminal, which is in view after scrolling, or the first of a page. */
function findMarker({ index, blocks }: Stop, lines: readonly DeckStop['lines'][]): string {
  const others = lines.filter((_, at) => at !== index).flatMap((each) => each.map((line) => line.map(({ text }) => text).join('')));
  const candidates = (lines[index] ?? [])
    .flatMap((line) => line.flatMap(({ text }) => text.match(/[!-~](?:[ -~]*[!-~])?/gu) ?? []))
    .filter((text) => text.length >= MIN_MARKER_LENGTH && !others.some((other) => other.includes(text)));
  const marker = blocks ? candidates.at(-1) : candidates.find((text) => !text.includes('/'));
  if (marker === undefined) throw new Error(`Stop ${index} has no text that other stops lack.`);
  return marker;
}
