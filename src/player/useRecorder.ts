import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Player } from './player';
import { getRecorder, type RehearsalRecorder, type RecorderState } from './rehearsalRecorder';

/** The player's recorder and its state, drawn again whenever it changes, and every second while it records. */
export function useRecorder(player: Player): RecorderState & { readonly recorder: RehearsalRecorder; readonly now: number } {
  const recorder = getRecorder(player);
  const state = useSyncExternalStore(recorder.subscribe, recorder.getState, recorder.getState);
  const recording = state.visits !== undefined;
  const [, tick] = useState(0);
  useEffect(() => recorder.load(), [recorder]);
  useEffect(() => {
    if (!recording) return undefined;
    const timer = setInterval(() => tick((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, [recording]);
  return { ...state, recorder, now: recorder.now() };
}
