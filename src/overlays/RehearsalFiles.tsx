import { useRef, type ReactElement } from 'react';
import { parseRehearsal, type RehearsalRecord } from '../core/rehearsal';
import { stopKey } from '../core/stopNumber';
import type { Timeline } from '../core/timeline';

/** Larger files are not read. */
const MAX_REHEARSAL_BYTES = 1_000_000;

interface RehearsalFilesProps {
  readonly timeline: Timeline;
  readonly rehearsal: RehearsalRecord | undefined;
  readonly onChange: (rehearsal: RehearsalRecord | undefined) => void;
  readonly onStatus: (text: string) => void;
}

/** Buttons that import, export and clear the rehearsal. A file that is not valid changes nothing. */
export function RehearsalFiles({ timeline, rehearsal, onChange, onStatus }: RehearsalFilesProps): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  const importFile = async (file: File): Promise<void> => {
    const text = file.size > MAX_REHEARSAL_BYTES ? undefined : await file.text().catch(() => undefined);
    const message = 'The file is too large for a rehearsal, or cannot be read.';
    const result = text === undefined ? ({ ok: false, message } as const) : parseRehearsal(text, timeline.story.id);
    if (!result.ok) {
      onStatus(`${file.name}: ${result.message} Nothing was changed.`);
      return;
    }
    onChange(result.rehearsal);
    onStatus(importSummary(timeline, result.rehearsal));
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
          if (file) void importFile(file);
          // Otherwise choosing the same file again would fire no event.
          target.value = '';
        }}
      />
      <button type="button" className="button" onClick={() => input.current?.click()}>
        Import…
      </button>
      {rehearsal && (
        <>
          <button type="button" className="button" onClick={() => downloadRehearsal(rehearsal)}>
            Export
          </button>
          <button
            type="button"
            className="button"
            onClick={() => {
              onChange(undefined);
              onStatus('Cleared.');
            }}
          >
            Clear
          </button>
        </>
      )}
    </>
  );
}

function importSummary(timeline: Timeline, { seconds }: RehearsalRecord): string {
  const matchedCount = timeline.stops.slice(0, timeline.wayLength).filter((stop) => seconds[stopKey(stop)] !== undefined).length;
  const unmatchedCount = Object.keys(seconds).length - matchedCount;
  const unmatched = unmatchedCount > 0 ? ` ${unmatchedCount} more ${unmatchedCount === 1 ? 'is' : 'are'} not in this story.` : '';
  return `Imported ${matchedCount} of ${timeline.wayLength} stops.${unmatched}`;
}

function downloadRehearsal(rehearsal: RehearsalRecord): void {
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(rehearsal, null, 2)}\n`], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `rehearsal-${rehearsal.story}.json`;
  link.click();
  URL.revokeObjectURL(url);
}
