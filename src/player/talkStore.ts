import { asRecord } from '../core/asRecord';
import { isDetourList, isStringList, type SharedShowState } from '../core/speakerProtocol';
import type { TalkState } from '../core/show';
import type { KeyValueStore } from './keyValueStore';

/** Returns the talk of this tab as it was before a reload; undefined if there is none, or if it has another short version. */
export function readTalk(sessionStore: KeyValueStore, cut: string | null): Partial<TalkState> | undefined {
  const { dropped, detours, detourMs, cut: storedCut } = asRecord(sessionStore.read('talk'));
  if (storedCut !== cut) return undefined;
  return {
    ...(isStringList(dropped) && { dropped }),
    ...(isDetourList(detours) && { detours }),
    ...(typeof detourMs === 'number' && Number.isFinite(detourMs) && { detourMs }),
  };
}

/** Stores the talk for the next page in this tab, and for the stage that is opened next. */
export function writeTalk(sessionStore: KeyValueStore, cut: string | null, { dropped, detours, detourMs }: SharedShowState): void {
  sessionStore.write('talk', { cut, dropped, detours, detourMs });
}
