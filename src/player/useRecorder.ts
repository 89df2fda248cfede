import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Player } from './player';
import { getRecorder, type RehearsalRecorder, type RecorderState } from './rehearsalRecorder';

/** Returns the player's recorder, its state and the time, which is updated every second while it records. */
export function useRecorder(player: Player): RecorderState & { readonly recorder: RehearsalRecorder; readonly now: number } {
  const recorder = getRecorder(player);
  const state = useSyncExternalStore(recorder.subscribe, recorder.getState, recorder.getState);
  const isRecording = state.visits !== undefined;
  const [, tick] = useState(0);
  useEffect(() => recorder.load(), [recorder]);
  useEffect(() => {
    if (!isRecording) return undefined;
    const timer = setInterval(() => tick((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, [isRecording]);
  return { ...state, recorder, now: recorder.now() };
}
