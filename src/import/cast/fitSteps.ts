import { plainText } from '../../core/richText';
import type { Block, Timing } from '../../core/story';
import { MARGIN_COLS } from '../../core/terminal/ansi';
import { createElements } from '../../core/terminal/elements';
import { layoutElements } from '../../core/terminal/layoutElements';
import { instantScheduler } from '../../core/terminal/outputScheduler';
import { stepDuration } from '../../core/terminal/stepDuration';
import { MIN_ROWS, WIDE_COLS } from '../../terminal/grid';
import type { DraftBlock, DraftLine, DraftStep } from './drafts';

export interface FittedStep {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface FitOptions {
  readonly timing: Timing;
  /** Longest pause that is kept, in seconds. */
  readonly maxPause: number;
}

/** Rows of a step: one fewer than the stage has, for an empty line that other steps put before it. */
const MAX_ROWS = MIN_ROWS - 1;
/** Output of more rows is a log in a window of some rows if it came over time, or is this many times as long. */
const LONG_ROWS = 16;
const VERY_LONG_ROWS = 3 * LONG_ROWS;
const STREAM_S = 1;
const FOLDED_ROWS = 10;
/** Lines of a log: what comes before the last ones is left out. */
const MAX_LOG_LINES = 240;
const LOG_START = 40;
/** Shorter pauses are not noticed. */
const MIN_PAUSE_S = 0.4;
/** The longest time that a step plays; `check` reports 20 seconds. */
const MAX_PLAY_MS = 17_000;
const MAX_COMMAND_ROWS = 2;

/** Fits a step to the rows of the stage: long output becomes a log, or goes on in further steps with the same title. */
export function fitStep({ title, blocks }: DraftStep, options: FitOptions): readonly FittedStep[] {
  const steps: Block[][] = [[]];
  for (const block of blocks.flatMap((each) => fitBlock(each, options))) {
    const step = steps.at(-1)!;
    const rows = rowsOf([...step, block]);
    const needsRoom = block.type === 'shell' ? rows + 3 : rows;
    if (step.length > 0 && needsRoom > MAX_ROWS && !isIntroduction(step)) steps.push([block]);
    else step.push(block);
  }
  let last = title;
  return steps
    .flatMap((step) => splitTall(step))
    .map((step, index) => {
      // A step that goes on has the title of the one before, unless a command begins in it.
      if (title === '' || index > 0) last = firstCommandOf(step) ?? (last === '' ? firstWordsOf(step) : last);
      return { title: last, blocks: shortenPlay(untied(step), options) };
    });
}

function firstCommandOf(blocks: readonly Block[]): string | undefined {
  return blocks.find((block) => block.type === 'shell')?.command;
}

function firstWordsOf(blocks: readonly Block[]): string {
  return blocks.flatMap(linesOf).find((line) => /[\p{L}\p{N}]/u.test(line)) ?? '';
}

/** Returns what a block says, without its styles. */
export function linesOf(block: Block): readonly string[] {
  if (block.type === 'shell') return [block.command];
  if (block.type !== 'text' && block.type !== 'log') return [];
  return block.lines.map((line) => plainText(withoutPause(line) as Parameters<typeof plainText>[0]));
}

/** Whether a step has no output yet, so that the output must stay with it. */
function isIntroduction(step: readonly Block[]): boolean {
  return step.every(({ type }) => type === 'shell' || type === 'clear');
}

/** The first block of a step is not joined to one before. */
function untied([first, ...others]: readonly Block[]): readonly Block[] {
  if (!first) return [];
  const { tight: _, ...free } = first;
  return [free as Block, ...others];
}

function fitBlock(block: DraftBlock, options: FitOptions): readonly Block[] {
  if (block.type === 'clear') return [{ type: 'clear' }];
  if (block.type === 'command') return shellBlocks(block);
  const tight = block.isJoined ? ({ tight: true } as const) : {};
  const [first] = block.lines;
  const pause = first && first.gap >= MIN_PAUSE_S + 0.2 ? { pause: pauseOf(first.gap, options) } : {};
  const lines = block.lines.map((line, index) => lineOf(line, index, options));
  const text: Block = { type: 'text', ...tight, ...pause, lines };
  const rows = rowsOf([text]);
  const duration = block.lines.slice(1).reduce((sum, { gap }) => sum + gap, 0);
  if (rows <= LONG_ROWS || (rows <= VERY_LONG_ROWS && duration < STREAM_S)) return [text];
  return [{ type: 'log', ...tight, ...pause, lines: shortened(lines), fold: FOLDED_ROWS, above: 'more above' }];
}

function lineOf({ text, gap }: DraftLine, index: number, options: FitOptions) {
  return index > 0 && gap >= MIN_PAUSE_S ? { text, pause: pauseOf(gap, options) } : text;
}

function pauseOf(seconds: number, { maxPause }: FitOptions): number {
  return Math.min(10_000, Math.round(Math.min(seconds, maxPause) * 10) * 100);
}

type Lines = Extract<Block, { type: 'text' }>['lines'];

function shortened(lines: Lines): Lines {
  if (lines.length <= MAX_LOG_LINES) return lines;
  const end = MAX_LOG_LINES - LOG_START - 1;
  const left = lines.length - LOG_START - end;
  return [...lines.slice(0, LOG_START), [{ text: `… ${left} lines left out`, role: 'dim' }], ...lines.slice(-end)];
}

/** Returns a command as one block, or as several lines that go on with a backslash where it would take too many rows. */
function shellBlocks({ prompt, command, isJoined }: Extract<DraftBlock, { type: 'command' }>): readonly Block[] {
  const blocks: Block[] = [];
  let rest = command;
  for (;;) {
    const shell = (text: string): Block => ({
      type: 'shell',
      ...((isJoined || blocks.length > 0) && { tight: true }),
      prompt: blocks.length === 0 ? prompt : '>',
      command: text,
    });
    if (rowsOf([shell(rest)]) <= MAX_COMMAND_ROWS) return [...blocks, shell(rest)];
    const words = rest.split(/(?<=\s)/u);
    let count = words.length - 1;
    while (count > 1 && rowsOf([shell(`${words.slice(0, count).join('')}\\`)]) > MAX_COMMAND_ROWS) count -= 1;
    // One word that takes more than two rows stays whole.
    if (count < 1 || rowsOf([shell(words.slice(0, count).join(''))]) > MAX_COMMAND_ROWS) return [...blocks, shell(rest)];
    blocks.push(shell(`${words.slice(0, count).join('').trimEnd()} \\`));
    rest = words.slice(count).join('');
  }
}

/** Splits a step whose last block alone has too many rows. */
function splitTall(step: readonly Block[]): readonly (readonly Block[])[] {
  const last = step.at(-1);
  if (last?.type !== 'text' || rowsOf(step) <= MAX_ROWS) return [step];
  const before = step.slice(0, -1);
  let count = last.lines.length - 1;
  while (count > 1 && rowsOf([...before, { ...last, lines: last.lines.slice(0, count) }]) > MAX_ROWS) count -= 1;
  const { pause: _, ...rest } = last;
  const head: Block = { ...last, lines: last.lines.slice(0, count) };
  return [[...before, head], ...splitTall([{ ...rest, lines: last.lines.slice(count).map(withoutPause) }])];
}

function withoutPause(line: Lines[number]): Lines[number] {
  return typeof line === 'object' && 'text' in line && !Array.isArray(line) ? (line as { text: Lines[number] }).text : line;
}

/** Shortens the pauses of a step that would play too long. */
function shortenPlay(blocks: readonly Block[], { timing }: FitOptions): readonly Block[] {
  let shorter = blocks;
  for (let factor = 0.5; factor > 0.02 && stepDuration(shorter, timing, 0) > MAX_PLAY_MS; factor /= 2)
    shorter = scalePauses(blocks, factor);
  return stepDuration(shorter, timing, 0) > MAX_PLAY_MS ? scalePauses(blocks, 0) : shorter;
}

function scalePauses(blocks: readonly Block[], factor: number): readonly Block[] {
  const scale = <T>(value: T): T => {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || !('pause' in value)) return value;
    const { pause, ...others } = value as { pause: number; text?: unknown };
    const scaled = Math.round((pause * factor) / 100) * 100;
    if (scaled > 0) return { ...others, pause: scaled } as T;
    return (Object.keys(others).join() === 'text' ? others.text : others) as T;
  };
  return blocks.map((block) => {
    const scaled = scale(block);
    return 'lines' in scaled ? ({ ...scaled, lines: (scaled.lines as readonly unknown[]).map(scale) } as Block) : scaled;
  });
}

function rowsOf(blocks: readonly Block[]): number {
  return layoutElements(createElements(blocks, instantScheduler), WIDE_COLS - MARGIN_COLS).length;
}

/** Returns the last line that a step prints, for the speaker. */
export function lastLineOf(blocks: readonly Block[]): string | undefined {
  const last = blocks.at(-1);
  return last === undefined || last.type === 'shell' ? undefined : linesOf(last).at(-1)?.trim();
}
