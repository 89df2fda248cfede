import { useLayoutEffect, useRef, type ReactElement } from 'react';
import { MousePointer } from '../parts/MousePointer';
import '../parts/mouse-pointer.css';

interface PointerProps {
  /** Key of the part that the pointer is on. */
  readonly target: string;
  /** Position of the step in the scene: what changes there may move the part. */
  readonly step: number;
  readonly isMoving: boolean;
}

/** The mouse pointer on a part. It moves there from where it was at the step before. */
export function Pointer({ target, step, isMoving }: PointerProps): ReactElement {
  const element = useRef<SVGSVGElement>(null);
  useLayoutEffect(() => {
    const pointer = element.current;
    const frame = pointer?.parentElement;
    const part = frame?.querySelector(`[data-key="${target}"]`);
    if (!pointer || !frame || !part) return;
    const place = (): void => {
      const [box, origin] = [part.getBoundingClientRect(), frame.getBoundingClientRect()];
      // The stage may be scaled by the browser's zoom or by the text size.
      const scale = frame.offsetWidth / (origin.width || 1);
      const [x, y] = [box.left - origin.left + box.width * 0.62, box.top - origin.top + box.height * 0.6].map((each) => each * scale);
      pointer.style.translate = `${x}px ${y}px`;
    };
    place();
    const observer = new ResizeObserver(place);
    observer.observe(frame);
    observer.observe(part);
    // The page scrolls inside the frame, and scroll events do not bubble.
    frame.addEventListener('scroll', place, { capture: true, passive: true });
    return () => {
      observer.disconnect();
      frame.removeEventListener('scroll', place, { capture: true });
    };
  }, [target, step, isMoving]);
  return <MousePointer ref={element} isMoving={isMoving} />;
}
