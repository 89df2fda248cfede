import type { ReactElement } from 'react';
import type { Theme } from '../core/settings';
import { formatStopName } from '../core/stopNumber';
import type { Stop } from '../core/timeline';
import { toggleFullscreen } from '../player/fullscreen';
import type { Desk } from './speakerStore';
import type { Line } from './stageConnection';

interface HeaderProps {
  readonly desk: Desk;
  readonly stop: Stop;
  readonly line: Line;
  readonly typed: string | undefined;
  readonly theme: Theme;
  readonly help: boolean;
}

const LINES: Readonly<Record<Line, string>> = {
  searching: 'Looking for the stage…',
  online: 'Stage connected',
  silent: 'No answer from the stage',
};

/** Where the talk is, whether the stage is there, and this window’s own buttons. */
export function Header({ desk, stop, line, typed, theme, help }: HeaderProps): ReactElement {
  const { story, stops } = desk.timeline;
  return (
    <header className="desk-bar">
      <h1 className="desk-bar__title">
        Speaker <bdi>{story.title}</bdi>
      </h1>
      <p className="desk-bar__where">
        Stop {formatStopName(stop)} · {stop.index + 1} of {stops.length}
      </p>
      {typed !== undefined && (
        <p className="desk-bar__typed">
          Go to <b>{typed}</b> <kbd>Enter</kbd>
        </p>
      )}
      <p className="desk-bar__line" data-line={line} role="status">
        <span>{LINES[line]}</span>
      </p>
      <div className="desk-bar__own" role="group" aria-label="This window">
        <button type="button" className="desk-small" onClick={desk.toggleTheme}>
          {theme === 'dark' ? 'Light' : 'Dark'} <kbd>d</kbd>
        </button>
        <button type="button" className="desk-small" onClick={() => void toggleFullscreen()}>
          Full screen <kbd>f</kbd>
        </button>
        <button type="button" className="desk-small" aria-expanded={help} onClick={() => desk.showHelp(!help)}>
          Keys <kbd>?</kbd>
        </button>
      </div>
    </header>
  );
}
