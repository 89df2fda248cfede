import type { CastEvent } from './parseAsciicast';

/** Seconds after which a terminal shows a block that is still open, and leaves the mode: those of xterm.js 6. */
const TIMEOUT = 1;

const [ESC, CSI, DCS, ST] = ['\u001b', '(?:\u001b\\[|\u009b)', '(?:\u001bP|\u0090)', '(?:\u001b\\\\|\u009c)'];

/** Sequences that open or close a block: modes set or reset (CSI ? … h, l), their older form (DCS = 1 s, DCS = 2 s), and both resets. */
const SEQUENCE = new RegExp(`${CSI}\\?([\\d;]+)([hl])|${DCS}=([12])s${ST}|${ESC}c|${CSI}!p`, 'gu');

/** The start of such a sequence at the end of an event; the next event holds the rest. */
const PARTIAL = new RegExp(`(?:${ESC}|${CSI}(?:!|\\?[\\d;]*)?|${DCS}(?:=(?:[12](?:s${ESC}?)?)?)?)$`, 'u');

type Shown = Exclude<CastEvent, { type: 'marker' }>;

/**
 * Returns the events as a terminal with synchronized output (DEC mode 2026) shows them: what is printed inside a block comes at
 * the moment the block ends, so no frame and no stop shows half of one. Until then the screen keeps what it showed before the block.
 * Markers keep their time. A block that stays open is shown after {@link TIMEOUT}.
 *
 * @see https://github.com/contour-terminal/vt-extensions/blob/master/synchronized-output.md
 */
export function synchronized(events: readonly CastEvent[]): readonly CastEvent[] {
  const shown: CastEvent[] = [];
  let held: Shown[] = [];
  let openedAt: number | undefined;
  let partial = '';

  const put = (event: Shown): void => {
    if (event.type === 'output' && event.data === '') return;
    (openedAt === undefined ? shown : held).push(event);
  };
  const close = (time: number): void => {
    for (const event of held) shown.push({ ...event, time });
    held = [];
    openedAt = undefined;
  };
  const print = (time: number, data: string): void => {
    let from = 0;
    for (const match of data.matchAll(SEQUENCE)) {
      const to = match.index + match[0].length;
      if (opens(match)) {
        put({ time, type: 'output', data: data.slice(from, match.index) });
        openedAt ??= time;
        from = match.index;
      } else if (openedAt !== undefined && closes(match)) {
        put({ time, type: 'output', data: data.slice(from, to) });
        close(time);
        from = to;
      }
    }
    put({ time, type: 'output', data: data.slice(from) });
  };

  for (const event of events) {
    if (openedAt !== undefined && event.time > openedAt + TIMEOUT) close(openedAt + TIMEOUT);
    if (event.type === 'marker') shown.push(event);
    else if (event.type === 'resize') put(event);
    else {
      const data = partial + event.data;
      partial = PARTIAL.exec(data)?.[0] ?? '';
      print(event.time, data.slice(0, data.length - partial.length));
    }
  }
  if (openedAt !== undefined) close(openedAt + TIMEOUT);
  return shown;
}

const MODE = '2026';

function opens([, modes = '', final, older]: RegExpExecArray): boolean {
  return older === '1' || (final === 'h' && modes.split(';').includes(MODE));
}

/** Resets close a block as well, since they reset every mode. */
function closes([, modes, final, older]: RegExpExecArray): boolean {
  return older === '2' || (modes === undefined && older === undefined) || (final === 'l' && (modes ?? '').split(';').includes(MODE));
}
