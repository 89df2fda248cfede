import type { TerminalSize } from '../../core/terminal/recordedStep';
import type { ScreenLine } from './sessionScreen';

/** What a recorded session shows, in order. Times are in seconds since its start. */
export type SessionItem =
  | {
      readonly type: 'command';
      readonly time: number;
      /** When it was entered. */
      readonly entered: number;
      readonly prompt: string;
      /** Lines of the prompt above its last one. */
      readonly above: readonly ScreenLine[];
      /** Its lines, each with its own prompt after the first. */
      readonly lines: readonly string[];
    }
  /** A prompt at which nothing was entered. */
  | { readonly type: 'prompt'; readonly time: number }
  | { readonly type: 'line'; readonly time: number; readonly line: ScreenLine }
  /** A program that draws on the whole screen, and the pieces of the recording in which it does, without the end. */
  | { readonly type: 'screen'; readonly time: number; readonly from: number; readonly to: number; readonly grid: TerminalSize }
  | { readonly type: 'marker'; readonly time: number; readonly label: string }
  | { readonly type: 'clear'; readonly time: number };

export interface Session {
  readonly items: readonly SessionItem[];
  /** Lines that were typed and given up, with Ctrl+C or without a word. */
  readonly abandoned: number;
  /** Whether the terminal could not follow a change of its size, and what came after it is left out. */
  readonly isCut: boolean;
}
