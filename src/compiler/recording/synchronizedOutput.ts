import type { RecordingEvent } from './asciicast';

/** Timeout of an open block: then the terminal shows it and leaves the mode. The value of xterm.js 6. */
const SYNC_TIMEOUT_S = 1;

const [ESC, CSI, DCS, ST] = ['\u001b', '(?:\u001b\\[|\u009b)', '(?:\u001bP|\u0090)', '(?:\u001b\\\\|\u009c)'];

/** Sequences that open or close a block: mode set and reset (CSI ? … h, l), the older form (DCS = 1 s, DCS = 2 s), RIS and DECSTR. */
const SYNC_SEQUENCE = new RegExp(`${CSI}\\?([\\d;]+)([hl])|${DCS}=([12])s${ST}|${ESC}c|${CSI}!p`, 'gu');

/** The start of such a sequence at the end of an event; the next event contains the rest. */
const PARTIAL_SEQUENCE = new RegExp(`(?:${ESC}|${CSI}(?:!|\\?[\\d;]*)?|${DCS}(?:=(?:[12](?:s${ESC}?)?)?)?)$`, 'u');

type ScreenEvent = Exclude<RecordingEvent, { type: 'marker' | 'input' }>;

/**
 * Applies synchronized output (DEC mode 2026): moves the output inside a block to the time at which the block ends, so that no frame
 * and no stop shows part of it. Markers keep their time. A block that stays open ends after {@link SYNC_TIMEOUT_S}.
 *
 * @see https://github.com/contour-terminal/vt-extensions/blob/master/synchronized-output.md
 */
export function applySynchronizedOutput(events: readonly RecordingEvent[]): readonly Exclude<RecordingEvent, { type: 'input' }>[] {
  const shown: Exclude<RecordingEvent, { type: 'input' }>[] = [];
  let buffered: ScreenEvent[] = [];
  let openedAt: number | undefined;
  let partial = '';

  const emit = (event: ScreenEvent): void => {
    if (event.type === 'output' && event.data === '') return;
    (openedAt === undefined ? shown : buffered).push(event);
  };
  const flush = (time: number): void => {
    for (const event of buffered) shown.push({ ...event, time });
    buffered = [];
    openedAt = undefined;
  };
  const print = (time: number, data: string): void => {
    let from = 0;
    for (const match of data.matchAll(SYNC_SEQUENCE)) {
      const to = match.index + match[0].length;
      if (beginsBlock(match)) {
        emit({ time, type: 'output', data: data.slice(from, match.index) });
        openedAt ??= time;
        from = match.index;
      } else if (openedAt !== undefined && endsBlock(match)) {
        emit({ time, type: 'output', data: data.slice(from, to) });
        flush(time);
        from = to;
      }
    }
    emit({ time, type: 'output', data: data.slice(from) });
  };

  for (const event of events) {
    if (openedAt !== undefined && event.time > openedAt + SYNC_TIMEOUT_S) flush(openedAt + SYNC_TIMEOUT_S);
    if (event.type === 'marker') shown.push(event);
    else if (event.type === 'input') continue;
    else if (event.type === 'resize') emit(event);
    else {
      const data = partial + event.data;
      partial = PARTIAL_SEQUENCE.exec(data)?.[0] ?? '';
      print(event.time, data.slice(0, data.length - partial.length));
    }
  }
  if (openedAt !== undefined) flush(openedAt + SYNC_TIMEOUT_S);
  return shown;
}

const SYNC_MODE = '2026';

function beginsBlock([, modes = '', final, older]: RegExpExecArray): boolean {
  return older === '1' || (final === 'h' && modes.split(';').includes(SYNC_MODE));
}

/** Terminal resets end a block, too, since they reset all modes. */
function endsBlock([, modes, final, older]: RegExpExecArray): boolean {
  return older === '2' || (modes === undefined && older === undefined) || (final === 'l' && (modes ?? '').split(';').includes(SYNC_MODE));
}
