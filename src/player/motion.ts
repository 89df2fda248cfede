import type { PageQuery } from '../core/query';

const REDUCED_MOTION_QUERY = '(prefers-reduced-motion: reduce)';

/** Whether stops play: not with `?motion=off`, and not for those who asked their system for less motion. */
export function isMotionEnabled(): boolean {
  return !isMotionOffInQuery() && !matchMedia(REDUCED_MOTION_QUERY).matches;
}

/** Whether the address asks for stops without typing or movement. */
export function isMotionOffInQuery(): boolean {
  const query: PageQuery = new URLSearchParams(location.search);
  return query.get('motion') === 'off';
}

/** Tells when the answer changes. Returns the way to stop. */
export function watchMotion(listener: (motion: boolean) => void): () => void {
  const query = matchMedia(REDUCED_MOTION_QUERY);
  const onChange = (): void => listener(isMotionEnabled());
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}
