import { loadChunk } from '../loading/loadChunk';
import { yieldToMain } from '../scheduling/yieldToMain';
import type { TerminalScreen, TerminalScreenOptions } from './terminalScreen';

interface OpenTerminalOptions extends Omit<TerminalScreenOptions, 'family' | 'characters'> {
  /** Returns every character that will be printed, once. */
  readonly collectCharacters: () => string;
  readonly onOpen: (screen: TerminalScreen) => void;
  readonly onResize: (screen: TerminalScreen) => void;
  /** Called when the terminal could not be loaded or opened. */
  readonly onFail: () => void;
}

const FONT_FAMILY = '"Understudy Emoji", "Understudy Mono"';
/** A character of the font's main file, which xterm.js needs to measure its cells, whatever the story prints. */
const CELL_CHARACTER = 'W';

/** Loads the fonts, since xterm.js measures its cells once, when it opens. A font that fails to load is ignored. */
async function loadFonts(characters: string): Promise<void> {
  await Promise.allSettled(
    ['400', '700'].map((weight) => document.fonts.load(`${weight} 16px ${FONT_FAMILY}`, CELL_CHARACTER + characters)),
  );
}

/**
 * Loads xterm.js and the fonts, opens a terminal in `host` and adapts it to the size of `host`. `retry` tries again after a
 * failure; `close` removes the terminal.
 */
export function openTerminal(
  host: HTMLElement,
  { collectCharacters, onOpen, onResize, onFail, ...screenOptions }: OpenTerminalOptions,
): { retry(): void; close(): void } {
  let closed = false;
  let failed = false;
  let screen: TerminalScreen | undefined;
  let stopWatchingPixelRatio = (): void => {};
  const resize = (): void => {
    if (!screen || host.clientWidth === 0 || host.clientHeight === 0) return;
    screen.resize();
    onResize(screen);
  };
  const observer = new ResizeObserver(resize);
  const tearDown = (): void => {
    observer.disconnect();
    stopWatchingPixelRatio();
    screen?.dispose();
  };
  const open = async (): Promise<void> => {
    try {
      // Each step is a task of its own (ADR 030).
      await yieldToMain();
      const characters = collectCharacters();
      await yieldToMain();
      const [{ openXterm, watchPixelRatio }] = await Promise.all([
        loadChunk('The terminal', () => import('./xterm')),
        loadFonts(characters),
      ]);
      await yieldToMain();
      if (closed) return;
      screen = await openXterm(host, { ...screenOptions, characters, family: `${FONT_FAMILY}, monospace` });
      if (closed) return screen.dispose();
      observer.observe(host);
      stopWatchingPixelRatio = watchPixelRatio(resize);
      await screen.glyphWarmUp;
      if (!closed) onOpen(screen);
    } catch {
      if (closed) return;
      failed = true;
      onFail();
    }
  };
  void open();
  return {
    retry: () => {
      if (!failed) return;
      failed = false;
      tearDown();
      host.replaceChildren();
      void open();
    },
    close: () => {
      closed = true;
      tearDown();
    },
  };
}
