import type { PageQuery } from '../core/query';

const REDUCED_MOTION_QUERY = '(prefers-reduced-motion: reduce)';

/** Returns false with `?motion=off` and with `prefers-reduced-motion: reduce`. */
export function isMotionEnabled(): boolean {
  return !isMotionOffInQuery() && !matchMedia(REDUCED_MOTION_QUERY).matches;
}

export function isMotionOffInQuery(): boolean {
  const query: PageQuery = new URLSearchParams(location.search);
  return query.get('motion') === 'off';
}

/** Calls `listener` when the system's setting changes. Returns a cleanup function. */
export function watchMotion(listener: (motion: boolean) => void): () => void {
  const query = matchMedia(REDUCED_MOTION_QUERY);
  const onChange = (): void => listener(isMotionEnabled());
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}
