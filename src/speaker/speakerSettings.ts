import { asRecord } from '../core/asRecord';
import { parseSettings, type Settings } from '../core/settings';

/** What the speaker chooses in the speaker window; it survives a reload. */
export interface SpeakerSettings extends Settings {
  /** Whether the timer stands still while the room is black. */
  readonly pausesWithBlack: boolean;
}

/** Returns the valid settings in `stored`, without defaults for the others. Never throws. */
export function parseSpeakerSettings(stored: unknown): Partial<SpeakerSettings> {
  const record = asRecord(stored);
  const settings = { ...parseSettings(stored), pausesWithBlack: record['pausesWithBlack'] === true };
  return Object.fromEntries(Object.entries(settings).filter(([name]) => name in record));
}
