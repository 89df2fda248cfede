/** Milliseconds of a day. Smaller moments are times of day, or count from the start of the trace. */
const DAY = 86_400_000;

const DATE_AND_TIME = /(\d{4})[-/](\d\d)[-/](\d\d)([T ]\d\d:\d\d:\d\d(?:[.,]\d+)?)(?:\d*)(Z|\s?[+-]\d\d:?\d\d)?/u;
const TIME_OF_DAY = /(?<![\d.])(\d{1,2}):(\d\d):(\d\d)(?:[.,](\d{1,9}))?(?:\s?([ap])\.?m\b)?(?![\d:])/iu;
const SINCE_1970 = /(?<![\w.-])1\d{9}(?:\d{3}|\.\d{1,9})?(?![\w-])/u;

/** Returns the moment that a text has, in milliseconds since 1970, or since the start of an unknown day; undefined if it has none. */
export function momentInWords(words: string): number | undefined {
  const full = DATE_AND_TIME.exec(words);
  if (full) {
    const [, year, month, day, time = '', zone = ''] = full;
    return validMoment(Date.parse(`${year}-${month}-${day}${time.replace(',', '.')}${zone.trim()}`));
  }
  const [all, hours, minutes, seconds, fraction = '0', half] = TIME_OF_DAY.exec(words) ?? [];
  if (all !== undefined) {
    const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
    return ((hour * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(`0.${fraction}`) * 1000;
  }
  const since = SINCE_1970.exec(words)?.[0];
  return since === undefined ? undefined : milliseconds(Number(since));
}

/** Returns the moment of an envelope by its fields. */
export function momentOf(object: Readonly<Record<string, unknown>>): number | undefined {
  const value = ['timestamp', 'time', 'ts', 'at', 'date', 'datetime', 'startedAt']
    .map((name) => object[name])
    .find((each) => each !== undefined);
  if (typeof value === 'number') return validMoment(milliseconds(value));
  if (typeof value !== 'string') return undefined;
  return /^\d+(?:\.\d+)?$/u.test(value)
    ? validMoment(milliseconds(Number(value)))
    : (validMoment(Date.parse(value)) ?? momentInWords(value));
}

/** Seconds, milliseconds, microseconds or nanoseconds since 1970, or milliseconds since the start of the trace. */
function milliseconds(value: number): number {
  if (value > 1e17) return value / 1e6;
  if (value > 1e14) return value / 1e3;
  return value > 1e9 && value < 1e11 ? value * 1000 : value;
}

function validMoment(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

/** Returns moments in milliseconds since the first, in the order of the trace whatever its clock says. Times of day go on past midnight. */
export function elapsed(moments: readonly (number | undefined)[]): readonly number[] {
  const start = moments.find((at) => at !== undefined) ?? 0;
  let [last, midnights, before] = [0, 0, start];
  return moments.map((at) => {
    if (at === undefined) return last;
    if (at >= 0 && before < DAY && before - at > DAY / 2) midnights += 1;
    before = at;
    return (last = Math.max(last, at + midnights * DAY - start));
  });
}
