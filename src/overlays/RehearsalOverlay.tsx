import { useEffect, useRef, useState, type ReactElement } from 'react';
import { clockTime } from '../core/formatDuration';
import { plannedSeconds, secondsOff, stopKey, timesPerStop } from '../core/rehearsal';
import { formatStopName } from '../core/stopNumber';
import { stopAt, type Timeline } from '../core/timeline';
import type { Player } from '../player/player';
import type { RecorderState } from '../player/rehearsalRecorder';
import { usePlayer } from '../player/usePlayer';
import { useRecorder } from '../player/useRecorder';
import { Dialog } from './Dialog';
import { Keys } from './KeyCombination';
import type { OverlayProps } from './Overlays';
import { RehearsalFiles } from './RehearsalFiles';
import { RehearsalTable } from './RehearsalTable';
import { useScrollKeys } from './useScrollKeys';

/** Records the talk once, stop by stop, and holds it against the plan. */
export function Rehearsal({ player }: OverlayProps): ReactElement {
  const { timeline, position } = usePlayer(player);
  const { recorder, visits, rehearsal, before, kept, now } = useRecorder(player);
  const [told, tell] = useState<string>();
  const first = useRef<HTMLButtonElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  useScrollKeys(sheet);
  const [isRecording, isEmpty, canUndo] = [visits !== undefined, rehearsal === undefined, before !== undefined];
  // Buttons come and go with these; the focus must not go with them.
  useEffect(() => {
    first.current?.focus();
  }, [isRecording, isEmpty, canUndo]);

  const seconds = visits ? timesPerStop(visits, now) : rehearsal?.seconds;
  const start = (fromFirst: boolean): void => {
    if (fromFirst) {
      player.goTo(0);
      player.press('resetTimer');
    } else player.press('rehearsal');
    recorder.start();
  };
  const stop = (): void => {
    recorder.stop();
    tell('Kept. The speaker window plans with these times.');
  };

  return (
    <Dialog player={player} title="Rehearsal">
      <div className="rehearsal__top">
        {visits ? (
          <>
            <p className="rehearsal__state">
              <b className="rehearsal__rec">● Recording {clockTime((now - (visits[0]?.at ?? now)) / 1000)}</b>{' '}
              <span role="status">{paceText(player, timeline, rehearsal, visits, now)}</span>
            </p>
            <button ref={first} type="button" className="button button--first" onClick={stop}>
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
                ? `Recorded ${dateText(rehearsal.recordedAt)}`
                : 'Play the talk once: every stop’s time is kept, and is the plan from then on.'}
            </p>
            <button ref={first} type="button" className="button button--first" onClick={() => start(true)}>
              {rehearsal ? 'Record again' : 'Record'} from the start
            </button>
            {position.stop > 0 && (
              <button type="button" className="button" onClick={() => start(false)}>
                From stop {formatStopName(stopAt(timeline, position.stop))}
              </button>
            )}
          </>
        )}
      </div>
      {/* Longer than a small screen: the keyboard must get there. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="rehearsal" ref={sheet} role="region" aria-label="Times of all stops" tabIndex={0}>
        <RehearsalTable timeline={timeline} seconds={seconds} current={visits ? position.stop : undefined} />
      </div>
      <footer className="dialog__foot">
        {visits ? (
          <span className="dialog__aside">
            Recording goes on when this closes. <Keys of="r" /> comes back here.
          </span>
        ) : (
          <>
            <Told
              text={kept ? told : 'This browser keeps nothing for this page: export the times to keep them.'}
              undo={before && (() => recorder.undo())}
              onUndone={() => tell('Taken back.')}
            />
            <RehearsalFiles timeline={timeline} rehearsal={rehearsal} onTake={recorder.take} tell={tell} />
          </>
        )}
      </footer>
    </Dialog>
  );
}

interface ToldProps {
  readonly text: string | undefined;
  readonly undo: (() => void) | undefined;
  readonly onUndone: () => void;
}

/** What just happened, and the way to take it back. */
function Told({ text, undo, onUndone }: ToldProps): ReactElement {
  return (
    <span className="dialog__aside">
      <span role="status">{text}</span>{' '}
      {undo && (
        <button
          type="button"
          className="button"
          onClick={() => {
            undo();
            onUndone();
          }}
        >
          Undo
        </button>
      )}
    </span>
  );
}

/** How the recording stands against what was planned or rehearsed before, in words. */
function paceText(
  player: Player,
  timeline: Timeline,
  rehearsal: RecorderState['rehearsal'],
  visits: NonNullable<RecorderState['visits']>,
  now: number,
): string {
  const planned = timeline.stops.map((stop) => plannedSeconds(stop, rehearsal));
  const begun = timeline.stops.findIndex((stop) => stopKey(stop) === visits[0]?.stop);
  const off = secondsOff(planned, Math.max(0, begun), player.getState().position.stop, (now - (visits[0]?.at ?? now)) / 1000);
  const plan = rehearsal ? 'the last rehearsal' : 'the plan';
  if (Math.round(off) === 0) return `On pace with ${plan}`;
  return `${clockTime(Math.round(Math.abs(off)))} ${off > 0 ? 'behind' : 'ahead of'} ${plan}`;
}

function dateText(iso: string): string {
  return new Date(iso).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' });
}
