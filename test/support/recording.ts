import type headless from '@xterm/headless';
import { compileStory } from '../../src/compiler/compileStory';
import { ROLES } from '../../src/core/roles';
import { INK_INDEX, FIRST_ROLE_INDEX } from '../../src/core/terminal/ansi';
import { createTimeline, type Timeline } from '../../src/core/timeline';
import { fillStory } from '../../src/core/variables';
import { describeStep } from '../../src/kinds/registry';
import { fade, palettes } from '../../src/styles/palette';
import { makeFolder, STORY } from './folder';

/** A scene that plays `demo.cast`. */
export const recordingScene = (more: object = {}): string =>
  JSON.stringify({ kind: 'recording', id: 'a', title: 'A', window: 'Terminal', file: 'demo.cast', ...more }, null, 2);

/** Lines of an asciicast of version 3. */
export function asciicastV3(events: readonly (readonly unknown[])[], header: object = {}): string {
  return [{ version: 3, term: { cols: 20, rows: 5 }, ...header }, ...events].map((each) => JSON.stringify(each)).join('\n');
}

/** A story of one recording, as it is played. */
export async function recordingTimeline(
  cast: string | Uint8Array,
  scene: object = {},
  story: (text: string) => string = (text) => text,
): Promise<Timeline> {
  const folder = await makeFolder({ 'story.json': story(STORY), 'a.json': recordingScene(scene), 'demo.cast': cast });
  const compiled = await compileStory(folder);
  return createTimeline(fillStory(compiled.story), describeStep);
}

type Terminal = InstanceType<typeof headless.Terminal>;

const { window, roles } = palettes.dark;
const COLOURS = [...ROLES.map((role) => roles[role]), ...ROLES.map((role) => fade(roles[role], { window })), window];

/** Returns the visible cells: characters with their colours in the dark theme. */
export function styledCells(terminal: Terminal): readonly string[] {
  const { active } = terminal.buffer;
  return Array.from({ length: terminal.rows }, (_, y) =>
    Array.from({ length: terminal.cols }, (__, x) => {
      const cell = active.getLine(active.baseY + y)?.getCell(x);
      if (!cell) return '';
      const bg = colourOf(cell.isBgRGB(), cell.isBgPalette(), cell.getBgColor()) ?? '';
      const text = cell.getChars() || (cell.getWidth() === 0 ? '' : ' ');
      if (text.trim() === '') return bg + text;
      const lines = `${cell.isUnderline() ? '_' : ''}${cell.isItalic() ? '/' : ''}${cell.isStrikethrough() ? '-' : ''}`;
      const fg = colourOf(cell.isFgRGB(), cell.isFgPalette(), cell.getFgColor()) ?? roles.text;
      return `${bg}${fg}${cell.isBold() ? '*' : ''}${lines}${text}`;
    }).join('|'),
  );
}

function colourOf(isRgb: boolean, isPalette: boolean, value: number): string | undefined {
  if (isRgb) return `#${value.toString(16).padStart(6, '0')}`;
  if (!isPalette) return undefined;
  if (value < FIRST_ROLE_INDEX || value > INK_INDEX) throw new Error(`The stage has no colour ${value}.`);
  return COLOURS[value - FIRST_ROLE_INDEX];
}
