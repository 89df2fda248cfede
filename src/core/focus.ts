import { asRecord } from './asRecord';
import type { Area } from './pointing';
import type { Step } from './story';

/** What matters at a stop, as its step names it. */
export interface FocusTarget {
  readonly by: 'text' | 'row' | 'part' | 'area';
  /** Words on screen, or the id of a part. */
  readonly words: string;
  /** A rectangle of the picture, in its pixels. */
  readonly area?: Area | undefined;
  /** Which one of several, from 1; undefined if there is to be one only. */
  readonly nth?: number | undefined;
  readonly zooms: boolean;
}

/** Returns the target in the field `focus` of a step; undefined if it has none. */
export function focusOf({ focus }: Pick<Step, 'focus'>): FocusTarget | undefined {
  if (typeof focus === 'string') return { by: 'text', words: focus, zooms: false };
  const target = asRecord(focus);
  const by = (['text', 'row', 'part', 'area'] as const).find((each) => target[each] !== undefined);
  if (!by) return undefined;
  return {
    by,
    words: by === 'area' ? '' : String(target[by]),
    ...(by === 'area' && { area: target['area'] as Area }),
    ...(typeof target['nth'] === 'number' && { nth: target['nth'] }),
    zooms: target['with'] === 'zoom',
  };
}

/** Returns a target in words, for buttons and messages. */
export function focusLabel({ by, words, nth }: FocusTarget): string {
  if (by === 'area') return 'an area of the picture';
  if (by === 'part') return `the part “${words}”`;
  return `“${words}”${nth === undefined ? '' : `, number ${nth}`}`;
}
