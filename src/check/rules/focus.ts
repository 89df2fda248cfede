import { closestMatch } from '../../core/closestMatch';
import { focusLabel, focusOf, type FocusTarget } from '../../core/focus';
import { terminalSession, transcriptLines, type Stop } from '../../core/timeline';
import { stepLocation, type CheckInput, type StopLayout } from '../checkInput';
import { createFinding, quote, type CheckRule, type Finding } from '../finding';

/** Reports a `focus` that is not on screen at its stop, or there more than once. */
export const focusRule: CheckRule = {
  name: 'focus',
  check: (input) =>
    input.timeline.stops.flatMap((stop): Finding[] => {
      const target = focusOf(stop.source);
      if (!target) return [];
      const message = 'stops' in input.layout ? measuredProblem(target, input.layout.stops[stop.index]) : textProblem(target, stop, input);
      const { document, path } = stepLocation(input, stop);
      return message === undefined ? [] : [createFinding('error', { document, path: [...path, 'focus'] }, message)];
    }),
};

/** Returns what is wrong with a target on the stage that was measured. */
function measuredProblem(target: FocusTarget, layout: StopLayout | undefined): string | undefined {
  if (!layout?.focus) return undefined;
  const { count, texts } = layout.focus;
  if (count >= (target.nth ?? 1) && (count === 1 || target.nth !== undefined)) return undefined;
  if (count === 0) return `${focusLabel({ ...target, nth: undefined })} is not on screen at this stop. ${advice(target, texts)}`;
  const times = count === 1 ? 'once' : `${count} times`;
  return target.nth === undefined
    ? `${focusLabel(target)} is on screen ${times}. Name more of the words, or say which one is meant: "nth": 1 to ${count}`
    : `${focusLabel({ ...target, nth: undefined })} is on screen ${times} only`;
}

/** Returns what is wrong with words that the stop's texts do not have. Without a browser, nothing else can be known. */
function textProblem(target: FocusTarget, stop: Stop, { timeline }: CheckInput): string | undefined {
  if (target.by !== 'text' && target.by !== 'row') return undefined;
  const shown = [
    ...terminalSession(timeline, stop),
    ...timeline.stops.filter((each) => each.scene === stop.scene && each.step <= stop.step),
  ];
  const lines = [...new Set(shown)].flatMap((each) => [
    ...transcriptLines(each),
    each.window ?? '',
    each.address ?? '',
    each.tab?.title ?? '',
  ]);
  const plain = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();
  if (plain(lines.join(' ')).includes(plain(target.words))) return undefined;
  // Pages have words that are in no transcript; a browser would find them.
  if (stop.surface !== 'terminal') return undefined;
  return `${focusLabel(target)} is not on screen at this stop. ${advice(target, lines)}`;
}

function advice({ by, words }: FocusTarget, texts: readonly string[]): string {
  if (by === 'area') return 'The picture is not shown here, or the area is outside of what is shown of it';
  if (by === 'part') {
    const nearest = closestMatch(words, texts);
    if (nearest !== undefined) return `Did you mean "${nearest}"?`;
    return texts.length === 0 ? 'There are no parts with an "id" here' : `The parts in sight: ${texts.slice(0, 12).join(', ')}`;
  }
  const nearest = nearestWords(words, texts);
  if (nearest !== undefined) return `On screen is ${quote(nearest)}`;
  const seen = texts.filter((text) => /\p{L}/u.test(text)).slice(-3);
  return seen.length === 0 ? 'There is no text here' : `On screen are, for example, ${seen.map(quote).join(', ')}`;
}

/** Returns the words on screen that are most like `words`: as many of them as `words` has. */
function nearestWords(words: string, texts: readonly string[]): string | undefined {
  const length = words.trim().split(/\s+/u).length;
  const pieces = texts.flatMap((text) => {
    const all = text.trim().split(/\s+/u);
    return Array.from({ length: Math.max(1, all.length - length + 1) }, (_, at) => all.slice(at, at + length).join(' '));
  });
  return closestMatch(words, new Set(pieces.filter((piece) => piece !== '').slice(0, 3000)));
}
