import { isFrozenWithoutSpeaker, type ShowState } from '../core/show';
import { typingByHand, type TypingByHand, type TypingKey } from '../core/typingByHand';
import { createTypingKeys } from './typingKeys';

/** All of typing by hand: what it does to the show, and the keys that type. */
export interface Typing extends TypingByHand {
  /** Handles a key of the stage. Returns whether it is for typing; a key that types is passed to `press`. */
  readonly handleKey: (show: ShowState, event: KeyboardEvent, press: (key: TypingKey, at: number) => void) => boolean;
}

export function createTyping(): Typing {
  const typingKey = createTypingKeys();
  return {
    ...typingByHand,
    handleKey: (show, event, press) => {
      const { isTypingByHand, curtain, overlay, position } = show;
      const isOpen = curtain === 'open' && overlay === undefined && !isFrozenWithoutSpeaker(show);
      const key = typingKey({ isTypingByHand, isOpen, isLeft: position.heldAt !== undefined, arrival: position.arrival }, event);
      if (key !== undefined && key !== 'none') press(key, event.timeStamp);
      return key !== undefined;
    },
  };
}
