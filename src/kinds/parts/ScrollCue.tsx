import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import './scroll-cue.css';

/** Pixels below the fold that are not worth a cue. */
const SLACK = 4;

/** A box that scrolls where its content is taller, and says so while there is more below. */
export function ScrollCue({ children }: { readonly children: ReactNode }): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const [more, setMore] = useState(false);
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = (): void => {
      const hidden = element.scrollHeight - element.clientHeight;
      setOverflows(hidden > SLACK);
      setMore(hidden - element.scrollTop > SLACK);
    };
    // Tells once at the start too, after the page was laid out anyway: to ask here would lay it out twice.
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, []);
  return (
    <>
      {/* What scrolls must be reachable by keyboard. */}
      <div className="scroll" ref={box} {...(overflows && { tabIndex: 0, role: 'group', 'aria-label': 'Scrolls' })}>
        {children}
      </div>
      {more && (
        <button
          type="button"
          lang="en" dir="ltr"
          tabIndex={-1}
          className="scroll__cue"
          data-scroll-cue
          onClick={() => box.current?.scrollBy({ top: box.current.clientHeight * 0.8, behavior: 'smooth' })}
        >
          ↓ More below
        </button>
      )}
    </>
  );
}
