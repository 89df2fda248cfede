import { backOut, cancelFrame, cubicBezier, frame, time, type Process } from 'framer-motion';
import { useLayoutEffect, useRef, type CSSProperties, type ReactElement, type ReactNode } from 'react';

/** What comes in arrives softly; what goes away speeds up, so that it is gone before it can be seen through. */
const EASES = { in: cubicBezier(0.16, 1, 0.3, 1), away: cubicBezier(0.6, 0, 0.9, 0.2), pop: backOut } as const;

/** What moves is painted once and then only moved: to paint a window anew for every picture takes longer than a picture may. */
const LAYER = 'opacity, translate, scale';

/** How something looks on its way, from 0 (away) to 1 (there). */
export type Look = (progress: number) => CSSProperties;

interface EntranceProps {
  /** Whether it moves, or stands where it will stand. */
  readonly moving: boolean;
  /** In milliseconds. */
  readonly duration: number;
  /** @default 0 */
  readonly delay?: number;
  /** Goes away instead of coming in. @default false */
  readonly away?: boolean;
  /** Overshoots a little. @default false */
  readonly pop?: boolean;
  /** Must stay the same function, or the motion starts over. */
  readonly look: Look;
  readonly className: string;
  readonly label?: string;
  readonly children: ReactNode;
}

/**
 * Something that comes in, or goes away. It decorates a change that has already happened: as soon as `moving` ends, for
 * whatever reason, it stands at its end. The motion goes past React, straight to the element's style.
 */
export function Entrance({
  moving,
  duration,
  delay = 0,
  away = false,
  pop = false,
  look,
  className,
  label,
  children,
}: EntranceProps): ReactElement {
  const element = useRef<HTMLDivElement>(null);
  const [from, to] = away ? [1, 0] : [0, 1];
  useLayoutEffect(() => {
    const show = (progress: number): void => void Object.assign(element.current?.style ?? {}, look(progress));
    show(moving ? from : to);
    if (!moving) return;
    const ease = EASES[away ? 'away' : pop ? 'pop' : 'in'];
    const began = time.now() + delay;
    const draw: Process = ({ timestamp }) => {
      const part = within(timestamp, began, began + duration);
      show(between(ease(part), from, to));
      if (part === 1) cancelFrame(draw);
    };
    frame.render(draw, true);
    return () => cancelFrame(draw);
  }, [moving, duration, delay, away, pop, from, to, look]);
  return (
    <div
      ref={element}
      className={className}
      style={{ ...look(moving ? from : to), willChange: moving ? LAYER : undefined }}
      {...(label === undefined ? {} : { role: 'region', 'aria-label': label })}
    >
      {children}
    </div>
  );
}

/** A number between `from` and `to`. */
export function between(progress: number, from: number, to: number): number {
  return from + (to - from) * progress;
}

/** `units` of the stage as a length in whole pixels, between which a picture is only put elsewhere and not worked out anew. */
export function wholePixels(units: number): string {
  return `round(calc(${units} * var(--u)), 1px)`;
}

/** `progress` of a part of the way, from 0 to 1. */
export function within(progress: number, start: number, end: number): number {
  return Math.max(0, Math.min((progress - start) / (end - start), 1));
}
