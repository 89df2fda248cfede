import { loadChunk } from '../loading/loadChunk';
import { yieldToMain } from '../scheduling/yieldToMain';
import type { Palette } from '../styles/palette';
import type { TerminalScreen, ScrollState } from './terminalScreen';

interface OpenTerminalOptions {
  /** The characters that will be printed, each once. */
  readonly text: () => string;
  readonly palette: Palette;
  readonly scale: number;
  readonly onScroll: (state: ScrollState) => void;
  readonly onOpen: (screen: TerminalScreen) => void;
  readonly onResize: (screen: TerminalScreen) => void;
  /** The terminal could not be loaded or opened; its snapshot stays. */
  readonly onFail: (reason: unknown) => void;
}

const FONT_FAMILY = '"Understudy Emoji", "Understudy Mono"';
/** A glyph of the face's main file, which measures the cell whatever the story prints. */
const CELL_CHARACTER = 'W';

/** The terminal measures its cells once, on opening: the faces must be there before. A missing face is no reason to stay dark. */
async function loadFonts(text: string): Promise<void> {
  await Promise.allSettled(['400', '700'].map((weight) => document.fonts.load(`${weight} 16px ${FONT_FAMILY}`, CELL_CHARACTER + text)));
}

/**
 * Loads the terminal's chunk and faces and opens it in `host`, then keeps it the size of `host` until closed. `retry` tries
 * once more after a failure.
 */
export function openTerminal(
  host: HTMLElement,
  { text: getText, palette, scale, onScroll, onOpen, onResize, onFail }: OpenTerminalOptions,
): { retry(): void; close(): void } {
  let closed = false;
  let failed = false;
  let screen: TerminalScreen | undefined;
  const resize = (): void => {
    if (!screen || host.clientWidth === 0 || host.clientHeight === 0) return;
    screen.resize();
    onResize(screen);
  };
  const observer = new ResizeObserver(resize);
  let stopWatchingPixelRatio = (): void => {};
  const open = async (): Promise<void> => {
    try {
      // Each step is a task of its own (ADR 030).
      await yieldToMain();
      const text = getText();
      await yieldToMain();
      const [{ openXterm, watchPixelRatio }] = await Promise.all([loadChunk('The terminal', () => import('./xterm')), loadFonts(text)]);
      await yieldToMain();
      if (closed) return;
      screen = await openXterm(host, { palette, scale, text, family: `${FONT_FAMILY}, monospace`, onScroll });
      if (closed) return screen.dispose();
      observer.observe(host);
      stopWatchingPixelRatio = watchPixelRatio(resize);
      await screen.glyphWarmUp;
      if (!closed) onOpen(screen);
    } catch (error) {
      if (closed) return;
      failed = true;
      onFail(error);
    }
  };
  void open();
  return {
    retry: () => {
      if (!failed) return;
      failed = false;
      observer.disconnect();
      stopWatchingPixelRatio();
      screen?.dispose();
      host.replaceChildren();
      void open();
    },
    close: () => {
      closed = true;
      observer.disconnect();
      stopWatchingPixelRatio();
      screen?.dispose();
    },
  };
}
