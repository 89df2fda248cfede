import { useEffect, useRef, useState, type ReactElement } from 'react';
import { formatDuration } from '../core/formatDuration';
import { wayStopOf } from '../core/detours';
import { plannedSeconds, secondsBehindPlan, secondsPerStop } from '../core/rehearsal';
import { formatStopNumber, stopKey } from '../core/stopNumber';
import { stopAt } from '../core/timeline';
import type { PlayerState } from '../player/player';
import type { RecorderState } from '../player/rehearsalRecorder';
import { usePlayer } from '../player/usePlayer';
import { useRecorder } from '../player/useRecorder';
import { Dialog } from './Dialog';
import { KeyCombination } from './KeyCombination';
import type { OverlayProps } from './overlayProps';
import { RehearsalFiles } from './RehearsalFiles';
import { RehearsalTable } from './RehearsalTable';
import { useScrollKeys } from './useScrollKeys';

/** Records the time of each stop and compares it with the plan. */
export function RehearsalOverlay({ player }: OverlayProps): ReactElement {
  const playerState = usePlayer(player);
  const recorderState = useRecorder(player);
  const { timeline, position } = playerState;
  const { recorder, visits, rehearsal, replaced, isPersisted, now } = recorderState;
  const [statusMessage, setStatusMessage] = useState<string>();
  const primaryButton = useRef<HTMLButtonElement>(null);
  const scrollContainer = useRef<HTMLDivElement>(null);
  useScrollKeys(scrollContainer);
  const [isRecording, isEmpty, canUndo] = [visits !== undefined, rehearsal === undefined, replaced !== undefined];
  // A change of these replaces the button, which may have had the focus.
  useEffect(() => {
    primaryButton.current?.focus();
  }, [isRecording, isEmpty, canUndo]);

  const elapsed = (now - (visits?.[0]?.at ?? now)) / 1000;
  const seconds = visits ? secondsPerStop(visits, now) : rehearsal?.seconds;
  const start = (fromFirst: boolean): void => {
    if (fromFirst) {
      player.goTo(0);
      player.press('resetTimer');
    } else player.press('rehearsal');
    recorder.start();
  };
  const stop = (): void => {
    recorder.stop();
    setStatusMessage('Kept. The speaker window plans with these times.');
  };
  const undo = (): void => {
    recorder.undo();
    setStatusMessage('Taken back.');
  };

  return (
    <Dialog player={player} title="Rehearsal">
      <div className="rehearsal__top">
        {visits ? (
          <>
            <p className="rehearsal__state">
              <b className="rehearsal__recording">● Recording {formatDuration(elapsed)}</b>{' '}
              <span role="status">{paceText(playerState, recorderState, elapsed)}</span>
            </p>
            <button ref={primaryButton} type="button" className="button button--first" onClick={stop}>
              Stop and keep
            </button>
            <button type="button" className="button" onClick={recorder.discard}>
              Throw away
            </button>
          </>
        ) : (
          <>
            <p className="rehearsal__state">
              {rehearsal
                ? `Recorded ${formatDateTime(rehearsal.recordedAt)}`
                : 'Play the talk once: every stop’s time is kept, and is the plan from then on.'}
            </p>
            <button ref={primaryButton} type="button" className="button button--first" onClick={() => start(true)}>
              {rehearsal ? 'Record again' : 'Record'} from the start
            </button>
            {position.stop > 0 && (
              <button type="button" className="button" onClick={() => start(false)}>
                From stop {formatStopNumber(stopAt(timeline, position.stop))}
              </button>
            )}
          </>
        )}
      </div>
      {/* The keyboard can scroll it only while it has the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="rehearsal" ref={scrollContainer} role="region" aria-label="Times of all stops" tabIndex={0}>
        <RehearsalTable timeline={timeline} seconds={seconds} current={visits ? position.stop : undefined} />
      </div>
      <footer className="dialog__foot">
        {visits ? (
          <span className="dialog__aside">
            Recording goes on when this closes. <KeyCombination name="r" /> comes back here.
          </span>
        ) : (
          <>
            <span className="dialog__aside">
              <span role="status">
                {isPersisted ? statusMessage : 'This browser keeps nothing for this page: export the times to keep them.'}
              </span>{' '}
              {canUndo && (
                <button type="button" className="button" onClick={undo}>
                  Undo
                </button>
              )}
            </span>
            <RehearsalFiles timeline={timeline} rehearsal={rehearsal} onChange={recorder.replace} onStatus={setStatusMessage} />
          </>
        )}
      </footer>
    </Dialog>
  );
}

/** Says how far the recording is ahead of or behind the last rehearsal, or else the plan. */
function paceText({ timeline, position }: PlayerState, { rehearsal, visits = [] }: RecorderState, elapsed: number): string {
  const planned = timeline.stops.slice(0, timeline.wayLength).map((stop) => plannedSeconds(stop, rehearsal));
  const firstIndex = timeline.stops.findIndex((stop) => stopKey(stop) === visits[0]?.stop);
  const secondsBehind = secondsBehindPlan(planned, Math.max(0, firstIndex), wayStopOf(timeline, position).index, elapsed);
  const plan = rehearsal ? 'the last rehearsal' : 'the plan';
  if (Math.round(secondsBehind) === 0) return `On pace with ${plan}`;
  return `${formatDuration(Math.round(Math.abs(secondsBehind)))} ${secondsBehind > 0 ? 'behind' : 'ahead of'} ${plan}`;
}

function formatDateTime(iso: string): string {
  return new Date(iso).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' });
}
