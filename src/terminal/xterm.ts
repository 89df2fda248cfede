/**
 * The real terminal: xterm.js dressed for the stage. Everything that needs xterm.js is in this file, which loads as
 * a chunk of its own beside the page.
 */
import { FitAddon } from '@xterm/addon-fit';
import { Terminal, type ITheme } from '@xterm/xterm';
import '@xterm/xterm/css/xterm.css';
import { ROLES } from '../core/roles';
import { spinnerAnsi } from '../core/terminal/ansi';
import type { TerminalSize } from '../core/terminal/recordedStep';
import { splitGraphemes } from '../core/terminal/width';
import { fade, type Palette } from '../styles/palette';
import { fitClustersToCells } from './fitClustersToCells';
import { snapFontSize, FONT_METRICS, gridFor, MIN_FONT_SIZE, fontSizeForGrid, FONT_SIZE_STEP } from './grid';
import type { TerminalScreen, TerminalScreenOptions } from './terminalScreen';
import { scrollByTouch } from './scrollByTouch';
import { activateGraphemeWidths } from './activateGraphemeWidths';
import { whenIdle } from '../scheduling/whenIdle';
import { yieldToMain } from '../scheduling/yieldToMain';
import { RESET, TerminalWriter } from './terminalWriter';

export { watchPixelRatio } from './watchPixelRatio';

/** Shows the cursor of a terminal that never had the focus: xterm.js draws it only after a first focus or buffer switch. */
const ENABLE_CURSOR = '\x1b[?1049h\x1b[?1049l';

/** Pixels the fit addon keeps free for the scrollbar. */
const SCROLLBAR_WIDTH = 14;

/** Contrast of words on stage (WCAG AA). Roles have it; colours of a recording are brought to it where they have less. */
const AA_CONTRAST = 4.5;

/** Half of the least part of a pixel that Chromium lays out in. */
const HALF_LAYOUT_UNIT = 1 / 128;

/** Rows kept above the screen. */
const SCROLLBACK_LIMIT = 20_000;

function xtermTheme({ window, roles }: Palette): ITheme {
  return {
    background: window,
    foreground: roles.text,
    cursor: roles.accent,
    cursorAccent: window,
    selectionBackground: `${roles.user}66`,
    selectionInactiveBackground: `${roles.user}66`,
    scrollbarSliderBackground: `${roles.dim}55`,
    scrollbarSliderHoverBackground: `${roles.dim}88`,
    scrollbarSliderActiveBackground: `${roles.dim}aa`,
    extendedAnsi: [...ROLES.map((role) => roles[role]), ...ROLES.map((role) => fade(roles[role], window)), window],
  };
}

/** Rows above the screen are for scrolling back: they follow once nobody steps on, in milliseconds. */
const SCROLLBACK_DELAY_MS = 500;

const scheduleScrollback = (task: () => void): (() => void) => whenIdle(task, SCROLLBACK_DELAY_MS);

/** Most characters drawn for the warm-up, and how many in one frame. */
const MAX_WARM_UP_CHARACTERS = 300;
const WARM_UP_CHARACTERS_PER_FRAME = 60;

/**
 * Outputs that draw the characters of `text`, regular and bold, before the first stop is shown: a frame for each output.
 * xterm.js measures a character when it first draws it and forces a layout each time, which is too slow during a stop.
 */
function glyphWarmUps(text: string): string[] {
  const characters = splitGraphemes(text)
    .filter((character) => character > ' ')
    .slice(0, MAX_WARM_UP_CHARACTERS);
  const outputs: string[] = [];
  for (let start = 0; start < characters.length; start += WARM_UP_CHARACTERS_PER_FRAME) {
    const part = characters.slice(start, start + WARM_UP_CHARACTERS_PER_FRAME).join('');
    outputs.push(part, `\x1b[1m${part}`);
  }
  return outputs;
}

/** How tall xterm.js makes a row, in CSS pixels: whole pixels of the screen. It asks the same of the browser. */
function createRowMeasurer(family: string): (fontSize: number) => number {
  const context = document.createElement('canvas').getContext('2d');
  return (fontSize) => {
    if (!context) return fontSize * FONT_METRICS.lineHeight;
    context.font = `${fontSize}px ${family}`;
    const { fontBoundingBoxAscent, fontBoundingBoxDescent } = context.measureText('W');
    return Math.ceil((fontBoundingBoxAscent + fontBoundingBoxDescent) * devicePixelRatio) / devicePixelRatio;
  };
}

/** Opens a terminal in `host`, which must be in the document with its size and fonts known. */
export async function openXterm(
  host: HTMLElement,
  { palette, scale, text, family, onScroll }: TerminalScreenOptions,
): Promise<TerminalScreen> {
  let currentPalette = palette;
  let textScale = scale;
  const rowHeightAt = createRowMeasurer(family);
  const snap = (fontSize: number): number => snapFontSize(fontSize, rowHeightAt, 1 / devicePixelRatio);
  const idealGrid = (): ReturnType<typeof gridFor> => {
    const { cols, fontSize } = gridFor(host.clientWidth - SCROLLBAR_WIDTH, host.clientHeight, textScale);
    return { cols, fontSize: snap(fontSize) };
  };
  const grid = idealGrid();
  const terminal = new Terminal({
    allowProposedApi: true,
    cols: grid.cols,
    cursorInactiveStyle: 'block',
    disableStdin: true,
    drawBoldTextInBrightColors: false,
    fontFamily: family,
    fontSize: grid.fontSize,
    fontWeightBold: 700,
    lineHeight: 1,
    scrollback: SCROLLBACK_LIMIT,
    theme: xtermTheme(palette),
  });
  const fit = new FitAddon();
  terminal.loadAddon(fit);
  activateGraphemeWidths(terminal);
  // The presenter’s keys belong to the stage: the terminal must let every one of them through.
  terminal.attachCustomKeyEventHandler(() => false);
  await yieldToMain();
  terminal.open(host);
  await yieldToMain();
  if (terminal.textarea) {
    terminal.textarea.tabIndex = -1;
    terminal.textarea.readOnly = true;
    terminal.textarea.inputMode = 'none';
  }

  const writer = new TerminalWriter(terminal, scheduleScrollback);
  const onCopy = (event: ClipboardEvent): void => {
    if (!terminal.hasSelection()) return;
    event.clipboardData?.setData('text/plain', terminal.getSelection());
    event.preventDefault();
  };
  document.addEventListener('copy', onCopy);
  const reportScroll = (): void =>
    onScroll?.({ top: terminal.buffer.active.viewportY, rows: terminal.rows, total: terminal.buffer.active.length });
  // Once a picture, not once a line: whoever scrolls sees a new picture too.
  const renderListener = terminal.onRender(reportScroll);
  const stopFittingClusters = fitClustersToCells(host, () => terminal.cols);
  const stopTouchScroll = scrollByTouch(
    host,
    () => host.clientHeight / terminal.rows,
    (rows) => terminal.scrollLines(rows),
  );
  terminal.write(ENABLE_CURSOR);

  let fixedGrid: TerminalSize | undefined;
  const setCells = (cols: number, rows: number): void => {
    if (cols === terminal.cols && rows === terminal.rows) return;
    terminal.resize(cols, rows);
    writer.invalidate();
  };
  const setFontSize = (fontSize: number): void => {
    terminal.options.fontSize = fontSize;
    // A hair more: Chromium cuts lengths down to 64ths of a pixel, and rows of a little less are not all as tall.
    host.style.setProperty('--row', `${rowHeightAt(fontSize) + HALF_LAYOUT_UNIT / devicePixelRatio}px`);
  };
  const resizeToFixedGrid = ({ cols, rows }: TerminalSize): void => {
    let fontSize = snap(fontSizeForGrid(host.clientWidth - SCROLLBAR_WIDTH, host.clientHeight, { cols, rows }));
    setFontSize(fontSize);
    let proposed = fit.proposeDimensions();
    while (proposed && (proposed.cols < cols || proposed.rows < rows) && fontSize > FONT_SIZE_STEP) {
      fontSize -= FONT_SIZE_STEP;
      setFontSize(fontSize);
      proposed = fit.proposeDimensions();
    }
    setCells(cols, rows);
  };
  const resize = (): void => {
    if (fixedGrid) return resizeToFixedGrid(fixedGrid);
    let { cols, fontSize } = idealGrid();
    setFontSize(fontSize);
    let proposed = fit.proposeDimensions();
    // The browser’s own idea of the face may be a hair wider than the face’s proportions say.
    while (proposed && proposed.cols < cols && fontSize > MIN_FONT_SIZE) {
      fontSize = Math.max(MIN_FONT_SIZE, fontSize - FONT_SIZE_STEP);
      setFontSize(fontSize);
      proposed = fit.proposeDimensions();
    }
    cols = Math.min(cols, proposed?.cols ?? cols);
    setCells(cols, proposed?.rows ?? terminal.rows);
  };
  resize();
  const writeForOneFrame = (output: string): Promise<void> =>
    new Promise((resolve) => terminal.write(output, () => requestAnimationFrame(() => terminal.write(RESET, resolve))));
  const warmUpGlyphs = async (): Promise<void> => {
    for (const output of glyphWarmUps(text)) await writeForOneFrame(output);
  };

  return {
    glyphWarmUp: warmUpGlyphs(),
    get cols() {
      return terminal.cols;
    },
    get rows() {
      return terminal.rows;
    },
    show: (output, done, tail) => writer.show(output, done, tail),
    setFixedGrid: (next) => {
      if (next?.cols === fixedGrid?.cols && next?.rows === fixedGrid?.rows) return;
      fixedGrid = next;
      terminal.options.minimumContrastRatio = next ? AA_CONTRAST : 1;
      resize();
    },
    drawSpinner: (sign, style, column) => writer.writeOverlay(spinnerAnsi(sign, style, column)),
    scrollTo: (row) => terminal.scrollToLine(row),
    hasSelection: () => terminal.hasSelection(),
    setPalette: (next) => {
      if (next === currentPalette) return;
      currentPalette = next;
      terminal.options.theme = xtermTheme(next);
    },
    setTextScale: (next) => {
      if (next === textScale) return;
      textScale = next;
      resize();
    },
    resize,
    dispose: () => {
      writer.dispose();
      stopFittingClusters();
      stopTouchScroll();
      document.removeEventListener('copy', onCopy);
      renderListener.dispose();
      terminal.dispose();
    },
  };
}
