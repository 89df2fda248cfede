import { plainText, type RichText } from '../../core/richText';
import type { ScreenCell } from '../../compiler/recording/screen';
import type { Session, SessionItem } from './session';
import { styledTextOf } from './styledText';
import { shortPrompt } from './shortPrompt';

/** A line of output, and the seconds that passed before it. */
export interface DraftLine {
  readonly text: RichText;
  readonly gap: number;
}

/** A block of a step before it is fitted to the stage. */
export type DraftBlock =
  | { readonly type: 'clear' }
  | { readonly type: 'command'; readonly prompt: string; readonly command: string; readonly isJoined: boolean }
  | { readonly type: 'lines'; readonly lines: readonly DraftLine[]; readonly isJoined: boolean };

export interface DraftStep {
  /** A marker's label, or a comment that was typed; empty without one. */
  readonly title: string;
  readonly blocks: readonly DraftBlock[];
}

/** A part of a session: steps in a terminal, or a program that draws on the whole screen. */
export type DraftScene =
  | { readonly type: 'steps'; readonly steps: readonly DraftStep[] }
  | { readonly type: 'screen'; readonly screen: Extract<SessionItem, { type: 'screen' }>; readonly title: string };

/** Equal signs in a row from which they are a filling. */
const MIN_FILL = 8;

const CLEARING = /^\s*(?:clear|reset|cls|Clear-Host|tput (?:clear|reset))\s*$/iu;

/** Returns the scenes of a session. Its markers begin steps; without markers, every command begins one. */
export function draftScenes({ items }: Session): readonly DraftScene[] {
  const writer = new DraftWriter(items.some(({ type }) => type === 'marker'));
  for (const item of items) writer.add(item);
  return writer.finish();
}

class DraftWriter {
  readonly #scenes: DraftScene[] = [];
  readonly #hasMarkers: boolean;
  #steps: DraftStep[] = [];
  #title = '';
  #blocks: DraftBlock[] = [];
  #lines: DraftLine[] = [];
  #time = 0;
  #lastCommand = '';

  constructor(hasMarkers: boolean) {
    this.#hasMarkers = hasMarkers;
  }

  add(item: SessionItem): void {
    switch (item.type) {
      case 'line':
        this.#lines.push({ text: styledTextOf(item.line.cells), gap: Math.max(0, item.time - this.#time) });
        this.#time = item.time;
        return;
      case 'command':
        return this.#addCommand(item);
      case 'marker':
        this.#endStep();
        this.#title = item.label.trim();
        return;
      case 'prompt':
        return;
      case 'clear':
        return this.#addClear();
      case 'screen':
        this.#endStep();
        this.#endScene();
        this.#scenes.push({ type: 'screen', screen: item, title: this.#lastCommand });
    }
  }

  finish(): readonly DraftScene[] {
    this.#endStep();
    this.#endScene();
    return this.#scenes;
  }

  #addCommand({ prompt, above, lines, entered }: Extract<SessionItem, { type: 'command' }>): void {
    this.#endLines();
    const commands = this.#blocks.flatMap((block) => (block.type === 'command' ? [block.command] : []));
    // Comments that are typed introduce the command after them.
    const isIntroduced = commands.length > 0 && commands.every(isComment) && !this.#blocks.some(({ type }) => type === 'lines');
    const isFirst = this.#blocks.every(({ type }) => type === 'clear');
    if (!this.#hasMarkers && !isFirst && !isIntroduced) this.#endStep();
    const [first = '', ...others] = lines;
    if (this.#title === '' && isComment(first)) this.#title = first.replace(/^\s*#+\s*/u, '').trim();
    for (const { cells } of above) this.#lines.push({ text: styledTextOf(leftPart(cells)), gap: 0 });
    const hasAbove = this.#endLines(false);
    this.#blocks.push({ type: 'command', prompt: shortPrompt(prompt), command: first, isJoined: hasAbove });
    for (const command of others) this.#blocks.push({ type: 'command', prompt: '>', command, isJoined: true });
    this.#time = entered;
    this.#lastCommand = first;
  }

  #addClear(): void {
    const last = this.#blocks.at(-1);
    // The command that clears the screen is gone with what was on it.
    if (this.#lines.length === 0 && last?.type === 'command' && CLEARING.test(last.command)) this.#blocks.pop();
    this.#endStep();
    if (this.#steps.length > 0) this.#blocks = [{ type: 'clear' }];
  }

  /** Turns the lines so far into a block. Returns whether there were any. */
  #endLines(isJoined = this.#blocks.at(-1)?.type === 'command'): boolean {
    const lines = trimLines(this.#lines);
    this.#lines = [];
    if (lines.length > 0) this.#blocks.push({ type: 'lines', lines, isJoined });
    return lines.length > 0;
  }

  #endStep(): void {
    this.#endLines();
    const isEmpty = this.#blocks.every(({ type }) => type === 'clear');
    if (!isEmpty) this.#steps.push({ title: this.#title, blocks: this.#blocks });
    if (isEmpty && this.#blocks.length > 0) return;
    this.#blocks = [];
    this.#title = '';
  }

  #endScene(): void {
    if (this.#steps.length > 0) this.#scenes.push({ type: 'steps', steps: this.#steps });
    this.#steps = [];
    this.#blocks = [];
  }
}

/** Returns the part of a prompt's line at the left edge: themes fill the rest with dots, and put the time at the right edge. */
function leftPart(cells: readonly ScreenCell[]): readonly ScreenCell[] {
  const fill = cells.findIndex(
    ({ text }, at) => !/[\p{L}\p{N}]/u.test(text) && cells.slice(at, at + MIN_FILL).every((cell) => cell.text === text),
  );
  return fill <= 0 || fill + MIN_FILL > cells.length ? cells : cells.slice(0, fill);
}

function isComment(command: string): boolean {
  return /^\s*#\s*\S/u.test(command);
}

/** Removes empty lines at both ends, and all but one between others. */
function trimLines(lines: readonly DraftLine[]): readonly DraftLine[] {
  const isEmpty = ({ text }: DraftLine): boolean => plainText(text).trim() === '';
  const first = lines.findIndex((line) => !isEmpty(line));
  const last = lines.findLastIndex((line) => !isEmpty(line));
  return lines.slice(first, last + 1).filter((line, index, all) => !isEmpty(line) || !isEmpty(all[index - 1]!));
}
