import type { RecordingEvent } from '../../compiler/recording/asciicast';

/** A part of a recording that the terminal gets at once. Sequences that switch the screen begin a piece of their own. */
export type Piece =
  | { readonly time: number; readonly type: 'output'; readonly data: string; readonly screen?: 'enter' | 'leave' | undefined }
  | Exclude<RecordingEvent, { type: 'output' | 'input' }>;

/** Sequences that switch to the alternate screen and back (DEC modes 47, 1047, 1049), with others set at the same time. */
// oxlint-disable-next-line no-control-regex
const SCREEN_SWITCH = /\u001b\[\?(?:\d+;)*(?:1049|1047|47)(?:;\d+)*([hl])/gu;

/** The start of an escape sequence at the end of an event; the next event has the rest. */
// oxlint-disable-next-line no-control-regex
const PARTIAL_SEQUENCE = /\u001b(?:\[[?\d;]*|\][^\u0007\u001b]{0,300}\u001b?)?$/u;

/** Splits the events of a recording at changes of the screen. Drops input, and joins sequences that two events share. */
export function piecesOf(events: readonly RecordingEvent[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let partial = '';
  for (const event of events) {
    if (event.type === 'input') continue;
    if (event.type !== 'output') {
      pieces.push(event);
      continue;
    }
    const data = partial + event.data;
    partial = PARTIAL_SEQUENCE.exec(data)?.[0] ?? '';
    const whole = data.slice(0, data.length - partial.length);
    let from = 0;
    let screen: 'enter' | 'leave' | undefined;
    for (const match of whole.matchAll(SCREEN_SWITCH)) {
      if (match.index > from) pieces.push({ time: event.time, type: 'output', data: whole.slice(from, match.index), screen });
      screen = match[1] === 'h' ? 'enter' : 'leave';
      from = match.index;
    }
    if (from < whole.length) pieces.push({ time: event.time, type: 'output', data: whole.slice(from), screen });
  }
  return pieces;
}

/** Sequences and controls that print nothing. */
// oxlint-disable-next-line no-control-regex
const SEQUENCE = /\u001b(?:\[[\d;?<>=! ]*[@-~]|[\]P_X^][^]*?(?:\u0007|\u001b\\|$)|[()][^]|[^])|[\u0000-\u001f\u007f]/gu;

/** Returns what `data` prints, without sequences and controls. */
export function printedText(data: string): string {
  return data.replaceAll(SEQUENCE, '');
}
