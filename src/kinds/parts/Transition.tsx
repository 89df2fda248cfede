import { backOut, cancelFrame, cubicBezier, frame, time, type Process } from 'framer-motion';
import { useLayoutEffect, useRef, type CSSProperties, type ReactElement, type ReactNode } from 'react';

/** What comes in arrives softly; what goes away speeds up, so that it is gone before it can be seen through. */
const EASINGS = { in: cubicBezier(0.16, 1, 0.3, 1), away: cubicBezier(0.6, 0, 0.9, 0.2), pop: backOut } as const;

/** What moves is painted once and then only moved: to paint a window anew for every picture takes longer than a picture may. */
const ANIMATED_PROPERTIES = 'opacity, translate, scale';

/** How something looks on its way, from 0 (away) to 1 (there). */
export type TransitionStyle = (progress: number) => CSSProperties;

interface TransitionProps {
  /** Whether it moves, or stands where it will stand. */
  readonly animating: boolean;
  /** In milliseconds. */
  readonly duration: number;
  /** @default 0 */
  readonly delay?: number;
  /** Goes away instead of coming in. @default false */
  readonly exiting?: boolean;
  /** Overshoots a little. @default false */
  readonly overshoot?: boolean;
  /** Must stay the same function, or the motion starts over. */
  readonly styleAt: TransitionStyle;
  readonly className: string;
  readonly label?: string;
  readonly children: ReactNode;
}

/**
 * Something that comes in, or goes away. It decorates a change that has already happened: as soon as `moving` ends, for
 * whatever reason, it stands at its end. The motion goes past React, straight to the element's style.
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
    const applyStyle = (progress: number): void => void Object.assign(element.current?.style ?? {}, styleAt(progress));
    applyStyle(animating ? from : to);
    if (!animating) return;
    const ease = EASINGS[exiting ? 'away' : overshoot ? 'pop' : 'in'];
    const startTime = time.now() + delay;
    const drawFrame: Process = ({ timestamp }) => {
      const fraction = clampedProgress(timestamp, startTime, startTime + duration);
      applyStyle(interpolate(ease(fraction), from, to));
      if (fraction === 1) cancelFrame(drawFrame);
    };
    frame.render(drawFrame, true);
    return () => cancelFrame(drawFrame);
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

/** A number between `from` and `to`. */
export function interpolate(progress: number, from: number, to: number): number {
  return from + (to - from) * progress;
}

/** `units` of the stage as a length in whole pixels, between which a picture is only put elsewhere and not worked out anew. */
export function roundToPixels(units: number): string {
  return `round(calc(${units} * var(--u)), 1px)`;
}

/** `progress` of a part of the way, from 0 to 1. */
export function clampedProgress(progress: number, start: number, end: number): number {
  return Math.max(0, Math.min((progress - start) / (end - start), 1));
}
