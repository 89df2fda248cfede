/** The terminal on stage, drawn by xterm.js. This module and what only it imports are a lazily loaded chunk. */
import { FitAddon } from '@xterm/addon-fit';
import { Terminal } from '@xterm/xterm';
import '@xterm/xterm/css/xterm.css';
import { SHOW_CURSOR, spinnerAnsi } from '../core/terminal/ansi';
import type { TerminalSize } from '../core/terminal/recordedStep';
import { splitGraphemes } from '../core/terminal/width';
import { fitClustersToCells } from './fitClustersToCells';
import { snapFontSize, FONT_METRICS, gridFor, MIN_FONT_SIZE, fontSizeForGrid, FONT_SIZE_STEP } from './grid';
import type { TerminalScreen, TerminalScreenOptions } from './terminalScreen';
import { scrollByTouch } from './scrollByTouch';
import { activateGraphemeWidths } from './activateGraphemeWidths';
import { whenIdle } from '../scheduling/whenIdle';
import { yieldToMain } from '../scheduling/yieldToMain';
import { RESET, TerminalWriter } from './terminalWriter';
import { xtermTheme } from './xtermTheme';

export { watchPixelRatio } from './watchPixelRatio';

/** Switches to the other buffer and back: without that, xterm.js draws no cursor before the terminal first has the focus. */
const ENABLE_CURSOR = '\x1b[?1049h\x1b[?1049l';

/** Width that the fit addon keeps free for the scrollbar, in CSS pixels. */
const SCROLLBAR_WIDTH = 14;

/** Minimum contrast of text (WCAG AA). Colours of roles have it; colours of a recording are adjusted where they have less. */
const AA_CONTRAST = 4.5;

/** Half of Chromium's layout unit, which is 1/64 pixel. */
const HALF_LAYOUT_UNIT = 1 / 128;

/** Rows kept above the visible ones. */
const SCROLLBACK_LIMIT = 20_000;

/** Time without a step before the rows above the visible ones are written, in milliseconds. */
const SCROLLBACK_DELAY_MS = 500;

/** Characters drawn for the warm-up: the maximum in total, and the number in each frame. */
const MAX_WARM_UP_CHARACTERS = 300;
const WARM_UP_CHARACTERS_PER_FRAME = 60;

/** Returns outputs, one for each frame, that together draw `text` regular and bold (ADR 037). */
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

/** Returns a function that computes, as xterm.js does, the height of a row in CSS pixels: a whole number of device pixels. */
function createRowMeasurer(family: string): (fontSize: number) => number {
  const context = document.createElement('canvas').getContext('2d');
  return (fontSize) => {
    if (!context) return fontSize * FONT_METRICS.lineHeight;
    context.font = `${fontSize}px ${family}`;
    const { fontBoundingBoxAscent, fontBoundingBoxDescent } = context.measureText('W');
    return Math.ceil((fontBoundingBoxAscent + fontBoundingBoxDescent) * devicePixelRatio) / devicePixelRatio;
  };
}

/** Opens a terminal in `host`, which must be laid out and have its fonts loaded. */
export async function openXterm(
  host: HTMLElement,
  { palette, scale, wideFrom, characters, family, onScroll }: TerminalScreenOptions,
): Promise<TerminalScreen> {
  let currentPalette = palette;
  let textScale = scale;
  const rowHeightAt = createRowMeasurer(family);
  let fixedGrid: TerminalSize | undefined;
  const idealGrid = (): ReturnType<typeof gridFor> => {
    const size = [host.clientWidth - SCROLLBAR_WIDTH, host.clientHeight] as const;
    const { cols, fontSize } = fixedGrid
      ? { ...fixedGrid, fontSize: fontSizeForGrid(...size, fixedGrid) }
      : gridFor(...size, textScale, wideFrom);
    return { cols, fontSize: snapFontSize(fontSize, rowHeightAt, 1 / devicePixelRatio) };
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
  // The stage handles all keys, so xterm.js must not.
  terminal.attachCustomKeyEventHandler(() => false);
  await yieldToMain();
  terminal.open(host);
  await yieldToMain();
  if (terminal.textarea) {
    terminal.textarea.tabIndex = -1;
    terminal.textarea.readOnly = true;
    terminal.textarea.inputMode = 'none';
  }

  const writer = new TerminalWriter(terminal, (task) => whenIdle(task, SCROLLBACK_DELAY_MS));
  const onCopy = (event: ClipboardEvent): void => {
    if (!terminal.hasSelection()) return;
    event.clipboardData?.setData('text/plain', terminal.getSelection());
    event.preventDefault();
  };
  document.addEventListener('copy', onCopy);
  // `onRender` fires once per frame, also when the user scrolls; `onScroll` of xterm.js fires for every line.
  const renderListener = terminal.onRender(() =>
    onScroll({ top: terminal.buffer.active.viewportY, rows: terminal.rows, total: terminal.buffer.active.length }),
  );
  const stopFittingClusters = fitClustersToCells(host, () => terminal.cols);
  const stopTouchScroll = scrollByTouch(
    host,
    () => host.clientHeight / terminal.rows,
    (rows) => terminal.scrollLines(rows),
  );
  terminal.write(ENABLE_CURSOR);

  const setFontSize = (fontSize: number): void => {
    terminal.options.fontSize = fontSize;
    // Chromium rounds lengths down to 1/64 pixel; without the addition some rows would be a pixel less tall.
    host.style.setProperty('--row', `${rowHeightAt(fontSize) + HALF_LAYOUT_UNIT / devicePixelRatio}px`);
  };
  const resize = (): void => {
    let { cols, fontSize } = idealGrid();
    const minFontSize = fixedGrid ? FONT_SIZE_STEP : MIN_FONT_SIZE;
    const minRows = fixedGrid?.rows ?? 0;
    setFontSize(fontSize);
    let proposed = fit.proposeDimensions();
    // The browser may measure characters a little wider than the font's metrics say.
    while (proposed && (proposed.cols < cols || proposed.rows < minRows) && fontSize > minFontSize) {
      fontSize = Math.max(minFontSize, fontSize - FONT_SIZE_STEP);
      setFontSize(fontSize);
      proposed = fit.proposeDimensions();
    }
    if (!fixedGrid) cols = Math.min(cols, proposed?.cols ?? cols);
    const rows = fixedGrid?.rows ?? proposed?.rows ?? terminal.rows;
    if (cols === terminal.cols && rows === terminal.rows) return;
    terminal.resize(cols, rows);
    writer.invalidate();
  };
  resize();
  const writeForOneFrame = (output: string): Promise<void> =>
    new Promise((resolve) => terminal.write(output, () => requestAnimationFrame(() => terminal.write(RESET, resolve))));
  const warmUpGlyphs = async (): Promise<void> => {
    for (const output of glyphWarmUps(characters)) await writeForOneFrame(output);
  };

  return {
    glyphWarmUp: warmUpGlyphs(),
    get cols() {
      return terminal.cols;
    },
    get rows() {
      return terminal.rows;
    },
    show: (output, done, visibleOutput) => writer.show(output, done, visibleOutput),
    setFixedGrid: (next) => {
      if (next?.cols === fixedGrid?.cols && next?.rows === fixedGrid?.rows) return;
      fixedGrid = next;
      terminal.options.minimumContrastRatio = next ? AA_CONTRAST : 1;
      resize();
    },
    drawSpinner: (frame, style, column) => writer.writeOverlay(spinnerAnsi(frame, style, column)),
    showCursor: () => writer.writeOverlay(SHOW_CURSOR),
    scrollTo: (row) => terminal.scrollToLine(row),
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
