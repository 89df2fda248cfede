import { asRecord } from '../core/asRecord';
import { stopsOfCut } from '../core/cuts';
import type { TalkState } from '../core/show';
import type { SharedShowState } from '../core/speakerProtocol';
import type { Story } from '../core/story';
import { areDetours, areStopKeys } from '../core/talkFields';
import type { KeyValueStore } from './keyValueStore';

/** Returns the talk of this tab as it was before a reload; a new one if there is none, or if it has another short version. */
export function readTalk(sessionStore: KeyValueStore, story: Story, cut: string | null): Partial<TalkState> {
  const { dropped, detours, detourMs, cut: storedCut } = asRecord(sessionStore.read('talk'));
  if (storedCut !== cut) return { dropped: stopsOfCut(story, cut) };
  return {
    dropped: areStopKeys(dropped) ? dropped : stopsOfCut(story, cut),
    ...(areDetours(detours) && { detours }),
    ...(typeof detourMs === 'number' && Number.isFinite(detourMs) && { detourMs }),
  };
}

/**
 * Stores the talk for the next page in this tab, and for the stage that is opened next. `before` is the state that was stored last;
 * without it, only a stored talk is replaced.
 */
export function storeTalk(sessionStore: KeyValueStore, cut: string | null, show: SharedShowState, before?: SharedShowState): void {
  const { dropped, detours, detourMs } = show;
  const isStored = before
    ? dropped === before.dropped && detours === before.detours && detourMs === before.detourMs
    : sessionStore.read('talk') === null;
  if (!isStored) writeTalk(sessionStore, cut, show);
}

/** Stores the talk for the stage that is opened next in this tab. */
export function writeTalk(sessionStore: KeyValueStore, cut: string | null, { dropped, detours, detourMs }: SharedShowState): void {
  sessionStore.write('talk', { cut, dropped, detours, detourMs });
}
