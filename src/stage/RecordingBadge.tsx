import type { ReactElement } from 'react';
import { formatDuration } from '../core/formatDuration';
import type { Player } from '../player/player';
import { useRecorder } from '../player/useRecorder';
import './recording.css';

/** Shows that a rehearsal is being recorded, and for how long. Small, as the audience may see it. */
export function RecordingBadge({ player }: { readonly player: Player }): ReactElement | null {
  const { visits, now } = useRecorder(player);
  const startedAt = visits?.[0]?.at;
  if (startedAt === undefined) return null;
  return (
    <span className="recording">
      <i aria-hidden="true" />
      Rec <span className="recording__time">{formatDuration((now - startedAt) / 1000)}</span>
    </span>
  );
}
