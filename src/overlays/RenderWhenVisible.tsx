import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';

/** Draws its children once they come near the view: a story may have hundreds of stops. */
export function Lazy({ children }: { readonly children: ReactNode }): ReactElement {
  const place = useRef<HTMLSpanElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        setNear(true);
        observer.disconnect();
      },
      { rootMargin: '50%' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <span className="lazy" ref={place}>
      {near && children}
    </span>
  );
}
