import type { RecordingSource } from './schema';

/** Returns a scene that plays the recording in `file`, with its stops as `steps`. */
export function recordingSource(scene: Pick<RecordingSource, 'id' | 'title' | 'window' | 'file' | 'idle' | 'steps'>): object {
  return { kind: 'recording', ...scene };
}
