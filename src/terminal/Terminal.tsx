import { useEffect, useId, useRef, useState, type ReactElement } from 'react';
import { layoutUntil, terminalLayoutAt, outputAt, visibleOutput, type TerminalLayout } from '../core/terminal/terminalLayout';
import { SPINNER_FRAME_MS } from '../core/terminal/outputScheduler';
import { usedCharacters } from '../core/terminal/usedCharacters';
import type { Stop, Timeline } from '../core/timeline';
import type { Palette } from '../core/theme';
import { NARROW_COLS, WIDE_COLS } from './grid';
import type { TerminalScreen, ScrollState } from './terminalScreen';
import { Snapshot } from './Snapshot';
import { openTerminal } from './openTerminal';
import './terminal.css';

export interface TerminalProps {
  readonly timeline: Timeline;
  /** The stop whose output is shown. */
  readonly stop: Stop;
  /** When the stop began to play, on the clock of `now`; undefined when it has settled. */
  readonly since: number | undefined;
  /** The time of the stop at which playing waits for typing by hand. @default it does not wait */
  readonly heldAt?: number | undefined;
  /** Number of the arrival at the stop. */
  readonly arrival: number;
  readonly motion: boolean;
  readonly palette: Palette;
  /** Text size as a multiple of the designed size. */
  readonly scale: number;
  /** Width, as a multiple of the height, from which it has the columns of a landscape screen. @default 1 */
  readonly wideFrom?: number | undefined;
  readonly now: () => number;
  /** Called when the settled output of `arrival` has been painted. `terminal` tells this one from others on stage. */
  readonly onPainted: (arrival: number, terminal: string) => void;
}

/** The terminal at a stop: a snapshot until xterm.js has loaded and painted, and where it fails to load. */
export function Terminal(props: TerminalProps): ReactElement {
  const { timeline, stop, since, heldAt, arrival, motion, palette, scale, wideFrom, now, onPainted } = props;
  const id = useId();
  const host = useRef<HTMLDivElement>(null);
  const connection = useRef<ReturnType<typeof openTerminal>>(undefined);
  const [screen, setScreen] = useState<TerminalScreen>();
  const [failed, setFailed] = useState(false);
  /** The screen that has output; until it is the current one the snapshot covers it. */
  const [paintedScreen, setPaintedScreen] = useState<TerminalScreen>();
  const [cols, setCols] = useState<number>();
  const [scroll, setScroll] = useState<ScrollState>();
  const initial = useRef({ palette, scale, wideFrom, timeline });

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const { timeline: story, ...options } = initial.current;
    connection.current = openTerminal(element, {
      ...options,
      collectCharacters: () => usedCharacters(story),
      onScroll: (state) =>
        setScroll((old) => (old?.top === state.top && old.rows === state.rows && old.total === state.total ? old : state)),
      onOpen: (opened) => {
        setFailed(false);
        setScreen(opened);
        setCols(opened.cols);
      },
      onResize: (opened) => setCols(opened.cols),
      onFail: () => setFailed(true),
    });
    return () => {
      connection.current?.close();
      setScreen(undefined);
    };
  }, []);

  // After a failure, the next stop tries again.
  useEffect(() => connection.current?.retry(), [stop]);

  useEffect(() => screen?.setPalette(palette), [screen, palette]);

  useEffect(() => screen?.setTextScale(scale), [screen, scale]);

  useEffect(() => {
    if (!screen) {
      if (failed) onPainted(arrival, id);
      return;
    }
    screen.setFixedGrid(stop.recorded?.grid);
    const layout = terminalLayoutAt(timeline, stop, screen.cols);
    let request = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let cancelled = false;
    const report = (): void => {
      if (cancelled) return;
      setPaintedScreen(screen);
      onPainted(arrival, id);
    };
    const onBuffered = (): void => {
      // xterm.js draws the rows in the next frame. Work that waits for the report must not delay that frame.
      request = requestAnimationFrame(() => {
        timer = setTimeout(report);
      });
    };
    const play = (): void => {
      const time = since === undefined ? Number.POSITIVE_INFINITY : now() - since;
      const isHeld = heldAt !== undefined && time >= heldAt;
      if (!isHeld && time >= stop.playMs) {
        screen.show(outputAt(layout), onBuffered, visibleOutput(layout, screen.rows));
        return;
      }
      screen.show(outputAt(layout, isHeld ? heldAt : time), () => {
        setPaintedScreen(screen);
        if (isHeld) screen.showCursor();
      });
      if (!isHeld) request = requestAnimationFrame(play);
    };
    play();
    return () => {
      cancelled = true;
      cancelAnimationFrame(request);
      clearTimeout(timer);
    };
  }, [screen, failed, id, timeline, stop, since, heldAt, arrival, cols, scale, now, onPainted]);

  useEffect(() => {
    if (!screen || since !== undefined || !motion) return;
    const { spinner } = terminalLayoutAt(timeline, stop, screen.cols);
    if (!spinner || spinner.frames.length < 2) return;
    let frameIndex = 0;
    const timer = setInterval(() => {
      frameIndex = (frameIndex + 1) % spinner.frames.length;
      screen.drawSpinner(spinner.frames[frameIndex] ?? '', { role: spinner.role }, spinner.column);
    }, SPINNER_FRAME_MS);
    return () => {
      clearInterval(timer);
      screen.drawSpinner(spinner.frames[0] ?? '', { role: spinner.role }, spinner.column);
    };
  }, [screen, since, motion, timeline, stop, cols, scale]);

  const startRow = scroll && screen ? startRowAbove(scroll, terminalLayoutAt(timeline, stop, screen.cols).rows.length) : undefined;
  // CSS animations know no time at which to wait.
  const isPlaying = since !== undefined && heldAt === undefined;
  const snapshotAt = (width: number): TerminalLayout => layoutUntil(terminalLayoutAt(timeline, stop, width), heldAt);
  return (
    <div className="pane">
      <div className="terminal__host" ref={host} />
      {(!screen || paintedScreen !== screen) && (
        <div className="terminal__snapshot">
          <Snapshot layout={snapshotAt(WIDE_COLS)} playing={isPlaying} shape="wide" />
          {!stop.recorded && <Snapshot layout={snapshotAt(NARROW_COLS)} playing={isPlaying} shape="narrow" />}
        </div>
      )}
      {screen && startRow !== undefined && since === undefined && (
        <button
          type="button"
          lang="en"
          dir="ltr"
          tabIndex={-1}
          className="terminal__cue"
          data-scroll-cue
          onClick={() => screen.scrollTo(startRow)}
        >
          ↑ This stop starts above
        </button>
      )}
    </div>
  );
}

/** Returns the row where the stop's output begins if that is above the visible rows and the output is taller than they are. */
function startRowAbove({ top, rows, total }: ScrollState, stopRows: number): number | undefined {
  const start = total - stopRows;
  return stopRows > rows && top > start ? start : undefined;
}
