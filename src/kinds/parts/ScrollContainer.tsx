import { useEffect, useLayoutEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { shrinkToFit } from './shrinkToFit';
import './scroll-container.css';

/** Hidden pixels that need no scroll cue. */
const SCROLL_TOLERANCE = 4;

/** A scrolling box with buttons that show whether there is more content above or below. */
export function ScrollContainer({ children }: { readonly children: ReactNode }): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const [hasMoreBelow, setBelow] = useState(false);
  const [hasMoreAbove, setAbove] = useState(false);
  const [overflows, setOverflows] = useState(false);
  useLayoutEffect(() => {
    if (box.current) shrinkToFit(box.current);
  }, [children]);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let request = 0;
    const measure = (): void => {
      const hidden = element.scrollHeight - element.clientHeight;
      setOverflows(hidden > 0);
      setBelow(hidden - element.scrollTop > SCROLL_TOLERANCE);
      setAbove(element.scrollTop > SCROLL_TOLERANCE);
    };
    // The observer also reports once at the start, after layout. Measuring here would force a second layout.
    const observer = new ResizeObserver(() => {
      measure();
      // In the next frame: changing a size within the callback is an error (“ResizeObserver loop”).
      cancelAnimationFrame(request);
      request = requestAnimationFrame(() => shrinkToFit(element));
    });
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      cancelAnimationFrame(request);
      element.removeEventListener('scroll', measure);
    };
  }, []);
  const scrollByPage = (direction: 1 | -1): void =>
    box.current?.scrollBy({ top: direction * box.current.clientHeight * 0.8, behavior: 'smooth' });
  return (
    <>
      {/* Scrolling boxes must be reachable by keyboard. */}
      <div className="scroll" ref={box} {...(overflows && { tabIndex: 0, role: 'group', 'aria-label': 'Scrolls' })}>
        {children}
      </div>
      {(
        [
          [hasMoreAbove, -1, ' scroll__cue--up', '↑ More above'],
          [hasMoreBelow, 1, '', '↓ More below'],
        ] as const
      ).map(
        ([more, direction, modifier, label]) =>
          more && (
            <button
              key={label}
              type="button"
              lang="en"
              dir="ltr"
              tabIndex={-1}
              className={`scroll__cue${modifier}`}
              data-scroll-cue
              onClick={() => scrollByPage(direction)}
            >
              {label}
            </button>
          ),
      )}
    </>
  );
}
