import { cancelFrame, frame, time, type Process } from 'framer-motion';
import { useLayoutEffect, useRef, type ReactElement } from 'react';
import { splitGraphemes } from '../../core/terminal/width';
import { usePageStep } from './Parts';

interface TypedTextProps {
  readonly text: string;
  /** Key of the part that is typed into. */
  readonly partKey: string;
  /** Shows a dot for each character. @default false */
  readonly masked?: boolean;
}

/** The text of a field. While its step plays, the characters appear as they are typed. Frames are written without React (ADR 023). */
export function TypedText({ text, partKey, masked = false }: TypedTextProps): ReactElement {
  const { step, phase } = usePageStep();
  const element = useRef<HTMLSpanElement>(null);
  const times = step.typed?.[partKey];
  // The field that is typed into last has the caret.
  const lastTime = (typed: readonly number[] = []): number => typed.at(-1) ?? 0;
  const isLast = times !== undefined && Object.values(step.typed ?? {}).every((other) => lastTime(other) <= lastTime(times));
  const shown = masked ? maskOf(text) : text;
  const isTyping = times !== undefined && phase !== 'settled';
  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return;
    if (!isTyping) {
      // React leaves a text alone that has not changed for it, and the frames have.
      target.textContent = shown;
      return;
    }
    const characters = splitGraphemes(shown);
    const start = time.now();
    const write: Process = ({ timestamp }) => {
      // A variable of the address may have made the text longer or shorter than at build.
      const count = Math.round((times.filter((at) => at <= timestamp - start).length / times.length) * characters.length);
      target.textContent = characters.slice(0, count).join('');
      if (count === characters.length) cancelFrame(write);
    };
    target.textContent = '';
    frame.render(write, true);
    return () => cancelFrame(write);
  }, [shown, times, isTyping]);
  return (
    <>
      <span ref={element} dir="auto">
        {shown}
      </span>
      {isLast && <span className="part-caret" aria-hidden="true" />}
    </>
  );
}

/** Returns a dot for each character. */
export function maskOf(text: string): string {
  return '•'.repeat(splitGraphemes(text).length);
}
