import { backOut, cancelFrame, cubicBezier, frame, time, type Process } from 'framer-motion';
import { useLayoutEffect, useRef, type CSSProperties, type ReactElement, type ReactNode } from 'react';

/** Entrances slow down; exits speed up, which keeps the half-transparent part short. */
const EASINGS = { enter: cubicBezier(0.16, 1, 0.3, 1), exit: cubicBezier(0.6, 0, 0.9, 0.2), overshoot: backOut } as const;

/** For `will-change`: the element is painted once into its own layer. Painting a window takes longer than a frame. ADR 023 */
const ANIMATED_PROPERTIES = 'opacity, translate, scale';

/**
 * Calls `apply` at each frame with the eased progress from 0 to 1, and with 0 at once. Returns a function that stops it.
 * @param duration Milliseconds.
 * @param delay Milliseconds. @default 0
 */
export function playFrames(ease: keyof typeof EASINGS, duration: number, apply: (progress: number) => void, delay = 0): () => void {
  apply(0);
  const startTime = time.now() + delay;
  const drawFrame: Process = ({ timestamp }) => {
    const fraction = clampedProgress(timestamp, startTime, startTime + duration);
    apply(EASINGS[ease](fraction));
    if (fraction === 1) cancelFrame(drawFrame);
  };
  frame.render(drawFrame, true);
  return () => cancelFrame(drawFrame);
}

/** Returns the style at a progress from 0 (absent) to 1 (in place). */
export type TransitionStyle = (progress: number) => CSSProperties;

interface TransitionProps {
  /** False applies the final style at once. */
  readonly animating: boolean;
  /** Milliseconds. */
  readonly duration: number;
  /** Milliseconds. @default 0 */
  readonly delay?: number;
  /** Plays from 1 to 0. @default false */
  readonly exiting?: boolean;
  /** @default false */
  readonly overshoot?: boolean;
  /** Must stay the same function: a new one restarts the animation. */
  readonly styleAt: TransitionStyle;
  readonly className: string;
  readonly label?: string;
  readonly children: ReactNode;
}

/**
 * An element that enters or exits. When `animating` becomes false, it gets its final style at once. Frames are written to
 * the element's style, without React. ADR 023
 */
export function Transition({
  animating,
  duration,
  delay = 0,
  exiting = false,
  overshoot = false,
  styleAt,
  className,
  label,
  children,
}: TransitionProps): ReactElement {
  const element = useRef<HTMLDivElement>(null);
  const [from, to] = exiting ? [1, 0] : [0, 1];
  useLayoutEffect(() => {
    const applyStyle = (progress: number): void => {
      for (const [name, value] of Object.entries(styleAt(progress)))
        if (name.startsWith('--')) element.current?.style.setProperty(name, String(value));
        else Object.assign(element.current?.style ?? {}, { [name]: value });
    };
    if (!animating) return applyStyle(to);
    const ease = exiting ? 'exit' : overshoot ? 'overshoot' : 'enter';
    return playFrames(ease, duration, (progress) => applyStyle(interpolate(progress, from, to)), delay);
  }, [animating, duration, delay, exiting, overshoot, from, to, styleAt]);
  return (
    <div
      ref={element}
      className={className}
      style={{ ...styleAt(animating ? from : to), willChange: animating ? ANIMATED_PROPERTIES : undefined }}
      {...(label === undefined ? {} : { role: 'region', 'aria-label': label })}
    >
      {children}
    </div>
  );
}

/** Returns the number at `progress` (0 to 1) between `from` and `to`. */
export function interpolate(progress: number, from: number, to: number): number {
  return from + (to - from) * progress;
}

/** Returns stage units as a length in whole pixels, at which a layer is moved without being rasterized again. */
export function roundToPixels(units: number): string {
  return `round(calc(${units} * var(--u)), 1px)`;
}

/** Returns how far `progress` is between `start` and `end`, from 0 to 1. */
export function clampedProgress(progress: number, start: number, end: number): number {
  return Math.max(0, Math.min((progress - start) / (end - start), 1));
}
