import { BURST_MS } from '../core/position';
import type { TypingKey } from '../core/typingByHand';

/** What decides whether a key types by hand, of the stage or of the stage as a speaker window knows it. */
export interface TypingState {
  readonly isTypingByHand: boolean;
  /** Whether the stage is in sight: no black or white screen, no panel over it. */
  readonly isOpen: boolean;
  /** Whether something is left to type at this stop. */
  readonly isLeft: boolean;
  readonly arrival: number;
}

/** Milliseconds after which a letter key does not belong to typing that has come to its end. */
const STRAY_MS = 1000;

/** Keys of a keyboard that mean something else while nothing is typed, and must do no harm while something is. */
const EDITING_KEYS = new Set(['Backspace', 'Delete', 'Tab']);

/**
 * Returns a function that tells what a key does to typing by hand: `type` or `typeLine`, `none` for a key that does nothing, undefined for
 * a key that keeps its meaning. After the last line, keys do nothing as long as they come like typing. ADR 056
 */
export function createTypingKeys(): (state: TypingState, event: KeyboardEvent) => TypingKey | 'none' | undefined {
  let last = { at: Number.NEGATIVE_INFINITY, arrival: -1, isStray: false };
  return ({ isTypingByHand, isOpen, isLeft, arrival }, event) => {
    const { timeStamp: at, repeat } = event;
    const key = isTypingByHand && isOpen ? typingKeyOf(event) : undefined;
    if (!key) return undefined;
    if (!isLeft) {
      // Enter right after the last line would go on, unless letters show that the presenter is still typing.
      const grace = key === 'typeLine' && !repeat && !last.isStray ? BURST_MS : STRAY_MS;
      if (last.arrival !== arrival || at - last.at > grace) return undefined;
    }
    last = { at, arrival, isStray: !isLeft };
    return isLeft ? key : 'none';
  };
}

function typingKeyOf(event: KeyboardEvent): TypingKey | 'none' | undefined {
  const { key, ctrlKey, metaKey, altKey, shiftKey, isComposing } = event;
  if (ctrlKey || metaKey || altKey || isComposing) return undefined;
  if (key === 'Enter' || (key === ' ' && !shiftKey)) return 'typeLine';
  if (EDITING_KEYS.has(key)) return 'none';
  return key !== ' ' && Array.from(key).length === 1 ? 'type' : undefined;
}
