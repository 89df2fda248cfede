/**
 * The real terminal: xterm.js dressed for the stage. Everything that needs xterm.js is in this file, which loads as
 * a chunk of its own beside the page.
 */
import { FitAddon } from '@xterm/addon-fit';
import { Terminal, type ITheme } from '@xterm/xterm';
import '@xterm/xterm/css/xterm.css';
import { ROLES } from '../core/roles';
import { spinnerAnsi } from '../core/terminal/ansi';
import type { Grid } from '../core/terminal/recordedStep';
import { clustersOf } from '../core/terminal/width';
import { fade, type Palette } from '../styles/palette';
import { watchClusters } from './fitClustersToCells';
import { closeRows, FACE, gridFor, MIN_FONT, sizeFor, STEP } from './grid';
import type { Screen, ScreenOptions } from './terminalScreen';
import { scrollByTouch } from './scrollByTouch';
import { activateClusters } from './activateGraphemeWidths';
import { whenIdle } from '../scheduling/whenIdle';
import { RESET, ScreenWriter } from './terminalWriter';

export { watchDensity } from './watchPixelRatio';

/** Shows the cursor of a terminal that never had the focus: xterm.js draws it only after a first focus or buffer switch. */
const WAKE_CURSOR = '\x1b[?1049h\x1b[?1049l';

/** Pixels the fit addon keeps free for the scrollbar. */
const SCROLLBAR = 14;

/** Contrast of words on stage (WCAG AA). Roles have it; colours of a recording are brought to it where they have less. */
const AA = 4.5;

/** Half of the least part of a pixel that Chromium lays out in. */
const HAIR = 1 / 128;

/** Rows kept above the screen. */
const SCROLLBACK = 20_000;

function toTheme({ window, roles }: Palette): ITheme {
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
const HISTORY_MS = 500;

const whenNobodySteps = (task: () => void): (() => void) => whenIdle(task, HISTORY_MS);

/** Most signs a specimen has. */
const SPECIMEN = 300;

/**
 * The signs of `text`, as they are and bold. xterm.js measures each when it first draws it, and the page is laid out
 * anew each time; in the midst of a stop that is slow, on an empty screen that nobody sees yet it is not.
 */
function specimen(text: string): string {
  const signs = clustersOf(text)
    .filter((sign) => sign > ' ')
    .slice(0, SPECIMEN)
    .join('');
  return `${signs}\x1b[1m${signs}\x1b[0m`;
}

/** How tall xterm.js makes a row, in CSS pixels: whole pixels of the screen. It asks the same of the browser. */
function rowHeights(family: string): (fontSize: number) => number {
  const context = document.createElement('canvas').getContext('2d');
  return (fontSize) => {
    if (!context) return fontSize * FACE.lineHeight;
    context.font = `${fontSize}px ${family}`;
    const { fontBoundingBoxAscent, fontBoundingBoxDescent } = context.measureText('W');
    return Math.ceil((fontBoundingBoxAscent + fontBoundingBoxDescent) * devicePixelRatio) / devicePixelRatio;
  };
}

/** Opens a terminal in `host`, which must be in the document with its size and fonts known. */
export function openScreen(host: HTMLElement, { palette, scale, text, family, onScroll }: ScreenOptions): Screen {
  let textScale = scale;
  const rowOf = rowHeights(family);
  const close = (fontSize: number): number => closeRows(fontSize, rowOf, 1 / devicePixelRatio);
  const wanted = (): ReturnType<typeof gridFor> => {
    const { cols, fontSize } = gridFor(host.clientWidth - SCROLLBAR, host.clientHeight, textScale);
    return { cols, fontSize: close(fontSize) };
  };
  const grid = wanted();
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
    scrollback: SCROLLBACK,
    theme: toTheme(palette),
  });
  const fit = new FitAddon();
  terminal.loadAddon(fit);
  activateClusters(terminal);
  // The presenter’s keys belong to the stage: the terminal must let every one of them through.
  terminal.attachCustomKeyEventHandler(() => false);
  terminal.open(host);
  if (terminal.textarea) {
    terminal.textarea.tabIndex = -1;
    terminal.textarea.readOnly = true;
    terminal.textarea.inputMode = 'none';
  }

  const writer = new ScreenWriter(terminal, whenNobodySteps);
  const onCopy = (event: ClipboardEvent): void => {
    if (!terminal.hasSelection()) return;
    event.clipboardData?.setData('text/plain', terminal.getSelection());
    event.preventDefault();
  };
  document.addEventListener('copy', onCopy);
  const report = (): void =>
    onScroll?.({ top: terminal.buffer.active.viewportY, rows: terminal.rows, total: terminal.buffer.active.length });
  // Once a picture, not once a line: whoever scrolls sees a new picture too.
  const rendered = terminal.onRender(report);
  const unwatchClusters = watchClusters(host, () => terminal.cols);
  const releaseTouch = scrollByTouch(
    host,
    () => host.clientHeight / terminal.rows,
    (rows) => terminal.scrollLines(rows),
  );
  terminal.write(WAKE_CURSOR);

  let held: Grid | undefined;
  const take = (cols: number, rows: number): void => {
    if (cols === terminal.cols && rows === terminal.rows) return;
    terminal.resize(cols, rows);
    writer.invalidate();
  };
  const setFontSize = (fontSize: number): void => {
    terminal.options.fontSize = fontSize;
    // A hair more: Chromium cuts lengths down to 64ths of a pixel, and rows of a little less are not all as tall.
    host.style.setProperty('--row', `${rowOf(fontSize) + HAIR / devicePixelRatio}px`);
  };
  const resizeHeld = ({ cols, rows }: Grid): void => {
    let fontSize = close(sizeFor(host.clientWidth - SCROLLBAR, host.clientHeight, { cols, rows }));
    setFontSize(fontSize);
    let proposed = fit.proposeDimensions();
    while (proposed && (proposed.cols < cols || proposed.rows < rows) && fontSize > STEP) {
      fontSize -= STEP;
      setFontSize(fontSize);
      proposed = fit.proposeDimensions();
    }
    take(cols, rows);
  };
  const resize = (): void => {
    if (held) return resizeHeld(held);
    let { cols, fontSize } = wanted();
    setFontSize(fontSize);
    let proposed = fit.proposeDimensions();
    // The browser’s own idea of the face may be a hair wider than the face’s proportions say.
    while (proposed && proposed.cols < cols && fontSize > MIN_FONT) {
      fontSize = Math.max(MIN_FONT, fontSize - STEP);
      setFontSize(fontSize);
      proposed = fit.proposeDimensions();
    }
    cols = Math.min(cols, proposed?.cols ?? cols);
    take(cols, proposed?.rows ?? terminal.rows);
  };
  resize();
  const warm = new Promise<void>((resolve) =>
    terminal.write(specimen(text), () => requestAnimationFrame(() => terminal.write(RESET, resolve))),
  );

  return {
    warm,
    get cols() {
      return terminal.cols;
    },
    get rows() {
      return terminal.rows;
    },
    show: (output, done, tail) => writer.show(output, done, tail),
    hold: (next) => {
      if (next?.cols === held?.cols && next?.rows === held?.rows) return;
      held = next;
      terminal.options.minimumContrastRatio = next ? AA : 1;
      resize();
    },
    spin: (sign, style, column) => writer.decorate(spinnerAnsi(sign, style, column)),
    scrollTo: (row) => terminal.scrollToLine(row),
    hasSelection: () => terminal.hasSelection(),
    repaint: (next) => {
      terminal.options.theme = toTheme(next);
    },
    rescale: (next) => {
      textScale = next;
      resize();
    },
    resize,
    dispose: () => {
      writer.dispose();
      unwatchClusters();
      releaseTouch();
      document.removeEventListener('copy', onCopy);
      rendered.dispose();
      terminal.dispose();
    },
  };
}
