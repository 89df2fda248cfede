import type { RecordingEvent } from './asciicast';
import { isTyped, keysOfInput } from './inputKeys';

/** A key that was pressed while a session was recorded. `time` is in seconds since the start. */
interface PressedKey {
  readonly time: number;
  readonly name: string;
}

/** The keys of a recording. */
export interface RecordedInput {
  readonly keys: readonly PressedKey[];
  /** Lines that were typed without echo, such as passwords. Their characters are {@link HIDDEN} in `keys`. */
  readonly silentLines: readonly { readonly time: number; readonly length: number }[];
}

/** Stands for a character that the terminal did not show. */
export const HIDDEN = '•';

/** The fewest characters of a line that may be a password. Shorter ones are commands, such as `q` in a pager. */
const MIN_LENGTH = 3;

/** Sequences of an output that print nothing. */
// oxlint-disable-next-line no-control-regex
const SEQUENCE = /\u001b(?:\[[\d;?<>=! ]*[@-~]|[\]P_X^][^]*?(?:\u0007|\u001b\\|$)|[^])|[\u0000-\u001f\u007f]/gu;

/** A line that is being typed. */
interface Line {
  /** Its characters, by their place in the list of keys. */
  readonly keys: number[];
  /** How many of them the terminal printed before the next input. */
  echoed: number;
  /** What the terminal printed since its first character. */
  output: string;
}

/**
 * Returns the keys pressed in a recording. A line of three characters or more was typed without echo if the terminal printed neither the
 * line nor half of its characters, each before the next input. Its characters are hidden, so that no password gets into the page.
 */
export function readInput(events: readonly RecordingEvent[]): RecordedInput {
  const keys: { time: number; name: string }[] = [];
  const silentLines: { time: number; length: number }[] = [];
  const newLine = (): Line => ({ keys: [], echoed: 0, output: '' });
  let line = newLine();
  const endLine = (): void => {
    const text = line.keys.map((key) => characterOf(keys[key]!.name)).join('');
    if (text.length >= MIN_LENGTH && line.echoed < line.keys.length / 2 && !line.output.includes(text)) {
      silentLines.push({ time: keys[line.keys[0]!]!.time, length: line.keys.length });
      for (const key of line.keys) keys[key]!.name = HIDDEN;
    }
    line = newLine();
  };
  const echoes = echoesOf(events);
  for (const { time, data, echo } of echoes) {
    const names = keysOfInput(data);
    const typed = names.filter(isTyped);
    // Of several characters that came at once, only all of them in a row are an echo.
    const isEchoed = echo.includes(typed.map(characterOf).join(''));
    if (typed.length > 0) line.output += echo;
    for (const name of names) {
      keys.push({ time, name });
      if (isTyped(name)) {
        line.keys.push(keys.length - 1);
        line.echoed += isEchoed ? 1 : 0;
        // Corrections belong to the line.
      } else if (name !== 'Backspace') {
        endLine();
        line.output = typed.length > 0 ? echo : '';
      }
    }
  }
  endLine();
  return { keys, silentLines };
}

function characterOf(name: string): string {
  return name === 'Space' ? ' ' : name;
}

/** Returns each input with what was printed after it, up to the next one. */
function echoesOf(events: readonly RecordingEvent[]): readonly { readonly time: number; readonly data: string; readonly echo: string }[] {
  const echoes: { time: number; data: string; echo: string }[] = [];
  for (const event of events) {
    if (event.type === 'input') echoes.push({ time: event.time, data: event.data, echo: '' });
    else if (event.type === 'output' && echoes.length > 0) echoes.at(-1)!.echo += event.data;
  }
  return echoes.map((each) => ({ ...each, echo: each.echo.replaceAll(SEQUENCE, '') }));
}
