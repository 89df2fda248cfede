import type { ReactElement } from 'react';
import { splitNotes } from '../core/notesParts';
import type { Timeline } from '../core/timeline';
import { BidiText } from '../kinds/parts/BidiText';

interface NotesTextProps {
  readonly timeline: Timeline;
  readonly text: string;
  /** Goes to a stop; `at` is the timestamp of the event. Undefined while the stage is offline. */
  readonly onGo: ((stop: number, at: number) => void) | undefined;
}

/** Notes, with a button for each detour that they name. */
export function NotesText({ timeline, text, onGo }: NotesTextProps): ReactElement {
  return (
    <>
      {splitNotes(text).map((part, at) => {
        if ('text' in part) return <BidiText key={at} text={part.text} />;
        const stop = timeline.stops.find(({ scene, detour }) => detour !== undefined && scene.id === part.detour);
        const { title } = timeline.story.scenes.find(({ id }) => id === part.detour) ?? { title: part.detour };
        // A detour may be dropped with all its stops.
        if (!stop) return <s key={at}>{title}</s>;
        return (
          <button
            key={at}
            type="button"
            className="speaker-notes__detour"
            disabled={!onGo}
            onClick={(event) => onGo?.(stop.index, event.timeStamp)}
          >
            <span aria-hidden="true">↪</span> <bdi>{title}</bdi>
          </button>
        );
      })}
    </>
  );
}
