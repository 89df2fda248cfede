import { useEffect, useLayoutEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { shrinkToFit } from './shrinkToFit';
import './scroll-container.css';

/** Pixels out of view that are not worth a cue. */
const SCROLL_TOLERANCE = 4;

/** A box that scrolls where its content is taller, and says so while there is more below or above. */
export function ScrollContainer({ children }: { readonly children: ReactNode }): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const [hasMoreBelow, setBelow] = useState(false);
  const [hasMoreAbove, setAbove] = useState(false);
  const [overflows, setOverflows] = useState(false);
  // Other content is another size.
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
    // Tells once at the start too, after the page was laid out anyway: to ask here would lay it out twice.
    const observer = new ResizeObserver(() => {
      measure();
      // Not at once: to change a size while sizes are told of would be an error.
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
      {/* What scrolls must be reachable by keyboard. */}
      <div className="scroll" ref={box} {...(overflows && { tabIndex: 0, role: 'group', 'aria-label': 'Scrolls' })}>
        {children}
      </div>
      {(
        [
          [hasMoreAbove, -1, ' scroll__cue--up', '↑ More above'],
          [hasMoreBelow, 1, '', '↓ More below'],
        ] as const
      ).map(
        ([more, direction, name, words]) =>
          more && (
            <button
              key={words}
              type="button"
              lang="en"
              dir="ltr"
              tabIndex={-1}
              className={`scroll__cue${name}`}
              data-scroll-cue
              onClick={() => scrollByPage(direction)}
            >
              {words}
            </button>
          ),
      )}
    </>
  );
}
