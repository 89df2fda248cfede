import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';

/** Draws its children once they come near the view: a story may have hundreds of stops. */
export function RenderWhenVisible({ children }: { readonly children: ReactNode }): ReactElement {
  const placeholder = useRef<HTMLSpanElement>(null);
  const [isNear, setIsNear] = useState(false);
  useEffect(() => {
    const element = placeholder.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        setIsNear(true);
        observer.disconnect();
      },
      { rootMargin: '50%' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <span className="lazy" ref={placeholder}>
      {isNear && children}
    </span>
  );
}
