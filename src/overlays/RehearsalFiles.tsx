import { useRef, type ReactElement } from 'react';
import { parseRehearsal, stopKey, type Rehearsal } from '../core/rehearsal';
import type { Timeline } from '../core/timeline';

/** Larger files, in bytes, are no rehearsals and are not read. */
const LARGEST = 1_000_000;

interface RehearsalFilesProps {
  readonly timeline: Timeline;
  readonly rehearsal: Rehearsal | undefined;
  readonly onTake: (rehearsal: Rehearsal | undefined) => void;
  readonly tell: (text: string) => void;
}

/** To a file and back, and away. Nothing is replaced by a file that is not right. */
export function RehearsalFiles({ timeline, rehearsal, onTake, tell }: RehearsalFilesProps): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  const read = async (file: File): Promise<void> => {
    const text = file.size > LARGEST ? undefined : await file.text().catch(() => undefined);
    if (text === undefined) {
      tell(`${file.name}: The file is too large for a rehearsal, or cannot be read. Nothing was changed.`);
      return;
    }
    const reading = parseRehearsal(text, timeline.story.id);
    if (!reading.ok) {
      tell(`${file.name}: ${reading.message} Nothing was changed.`);
      return;
    }
    onTake(reading.rehearsal);
    tell(importedText(timeline, reading.rehearsal));
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label="Rehearsal file"
        hidden
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) void read(file);
          // The same file may be chosen again once it is put right.
          target.value = '';
        }}
      />
      <button type="button" className="button" onClick={() => input.current?.click()}>
        Import…
      </button>
      {rehearsal && (
        <>
          <button type="button" className="button" onClick={() => save(rehearsal)}>
            Export
          </button>
          <button
            type="button"
            className="button"
            onClick={() => {
              onTake(undefined);
              tell('Cleared.');
            }}
          >
            Clear
          </button>
        </>
      )}
    </>
  );
}

function importedText(timeline: Timeline, { seconds }: Rehearsal): string {
  const known = timeline.stops.filter((stop) => seconds[stopKey(stop)] !== undefined).length;
  const gone = Object.keys(seconds).length - known;
  return `Imported ${known} of ${timeline.stops.length} stops.${gone > 0 ? ` ${gone} more ${gone === 1 ? 'is' : 'are'} not in this story.` : ''}`;
}

/** Hands the rehearsal to the browser as a download. */
function save(rehearsal: Rehearsal): void {
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(rehearsal, null, 2)}\n`], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `rehearsal-${rehearsal.story}.json`;
  link.click();
  URL.revokeObjectURL(url);
}
