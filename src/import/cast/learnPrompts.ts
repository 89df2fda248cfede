import type { TerminalSize } from '../../core/terminal/recordedStep';
import { splitGraphemes } from '../../core/terminal/width';
import { printedText, type Piece } from './pieces';
import { isInterpreterPrompt, isNamedPrompt, isWellKnownPrompt, looksLikePrompt, outputBefore } from './prompts';
import { SessionScreen } from './sessionScreen';

/** What was seen of a text before the cursor. */
interface Evidence {
  /** How often a character or two was printed after it, as during typing. */
  typed: number;
  /** How often nothing was printed for a while. */
  waits: number;
  /** How often a line editor had begun to read. */
  edited: number;
  /** How often shell integration marked its end (OSC 133;B). */
  marked: number;
  /** How often it was the first text on its line that may be a prompt. What is typed after a prompt is not. */
  first: number;
}

/** Marks of shell integration and of line editors in a recording. */
export interface SessionMarks {
  readonly prompts: readonly string[];
  /** How often a command's output was marked (OSC 133;C). */
  readonly outputMarks: number;
  /** How often a line editor ended (DEC mode 2004). */
  readonly editorEnds: number;
}

/** The longest prompt, in characters. */
const MAX_PROMPT = 160;

/** A pause, in seconds, after which the program is taken to wait for input. */
const WAIT_S = 0.25;

/**
 * Plays a recording and learns its prompts: texts before the cursor where the session waits, or followed by typing, that end with
 * a prompt's sign, or that come again and again. Asks for less where shell integration or a line editor say that a line is read.
 */
export async function learnPrompts(pieces: readonly Piece[], grid: TerminalSize, convertEol: boolean): Promise<SessionMarks> {
  const seen = new Map<string, Evidence>();
  const screen = new SessionScreen(grid, convertEol);
  const evidenceOf = (text: string): Evidence => {
    const evidence = seen.get(text) ?? { typed: 0, waits: 0, edited: 0, marked: 0, first: 0 };
    seen.set(text, evidence);
    return evidence;
  };
  let [isEdited, outputMarks, editorEnds] = [false, 0, 0];
  let lastRow = -1;
  await screen.play(pieces, {
    mark: (mark) => {
      if (mark.startsWith('C')) outputMarks += 1;
      if (mark.startsWith('B')) evidenceOf(screen.textAroundCursor().before).marked += 1;
    },
    lineEditor: (isReading) => {
      isEdited = isReading;
      if (!isReading) editorEnds += 1;
    },
    afterPiece: (index) => {
      if (pieces[index]!.type !== 'output' || screen.isAlternate) return;
      const { before, row } = screen.textAroundCursor();
      if (before.trim() === '' || before.length > MAX_PROMPT) return;
      const next = pieces.slice(index + 1, index + 20).find(({ type }) => type === 'output');
      const gap = next ? next.time - screen.now : Number.POSITIVE_INFINITY;
      const isTyped = next?.type === 'output' && isKeyEcho(next.data);
      if (!isTyped && gap < WAIT_S && !isEdited) return;
      const evidence = evidenceOf(before);
      if (row !== lastRow) evidence.first += 1;
      lastRow = row;
      if (isTyped) evidence.typed += 1;
      if (gap >= WAIT_S) evidence.waits += 1;
      if (isEdited) evidence.edited += 1;
      // What follows are the characters that are typed.
      isEdited = false;
    },
  });
  screen.dispose();
  const prompts = [...seen].filter(([text, evidence]) => isPrompt(text, evidence));
  const isOwn = ([text, evidence]: (typeof prompts)[number]): boolean =>
    !prompts.some(([other]) => isTypedAfter(text, evidence, other) || isPrintedBefore(text, evidence, other));
  return { prompts: prompts.filter(isOwn).map(([text]) => text), outputMarks, editorEnds };
}

function isPrompt(text: string, { typed, waits, edited, marked }: Evidence): boolean {
  if (text.trim() === '' || text.length > MAX_PROMPT) return false;
  if (marked > 0) return true;
  if (!/\s$/u.test(text) && !isWellKnownPrompt(text)) return false;
  if (edited > 0) return looksLikePrompt(text) || edited > 1;
  if (isWellKnownPrompt(text)) return true;
  if (isInterpreterPrompt(text)) return typed > 0 || waits > 1;
  if (looksLikePrompt(text)) return typed > 0 || waits > 2;
  return typed > 1 && typed + waits > 3 && !/[:?]\s*$/u.test(text);
}

/** Whether a text is a prompt with the beginning of a command after it: `$ echo $ `. */
function isTypedAfter(text: string, { first }: Evidence, prompt: string): boolean {
  return text !== prompt && text.startsWith(prompt) && prompt.trim() !== '' && (first === 0 || !isWellKnownPrompt(text));
}

/** Whether a text is output without a line end and a prompt after it: `{"ok":true}ann@laptop:~$ `. */
function isPrintedBefore(text: string, { first }: Evidence, prompt: string): boolean {
  const output = outputBefore(text, prompt);
  return output !== undefined && (first <= 1 || (isNamedPrompt(prompt) && !/\s$/u.test(output)));
}

/** Whether an output is what a shell prints when a key is pressed. */
function isKeyEcho(data: string): boolean {
  // oxlint-disable-next-line no-control-regex
  if (/[\n\u0007]/u.test(data)) return false;
  const text = printedText(data);
  return text !== '' && splitGraphemes(text).length <= 2;
}
