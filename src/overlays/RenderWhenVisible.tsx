import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';

/** Renders its children once they come near the viewport, because a story may have hundreds of stops. */
export function RenderWhenVisible({ children }: { readonly children: ReactNode }): ReactElement {
  const placeholder = useRef<HTMLSpanElement>(null);
  const [isNear, setIsNear] = useState(false);
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        setIsNear(true);
        observer.disconnect();
      },
      { rootMargin: '50%' },
    );
    if (placeholder.current) observer.observe(placeholder.current);
    return () => observer.disconnect();
  }, []);
  return (
    <span className="lazy" ref={placeholder}>
      {isNear && children}
    </span>
  );
}
