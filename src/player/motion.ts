import type { PageQuery } from '../core/query';

const REDUCED = '(prefers-reduced-motion: reduce)';

/** Whether stops play: not with `?motion=off`, and not for those who asked their system for less motion. */
export function wantsMotion(): boolean {
  return !asksNoMotion() && !matchMedia(REDUCED).matches;
}

/** Whether the address asks for stops without typing or movement. */
export function asksNoMotion(): boolean {
  const query: PageQuery = new URLSearchParams(location.search);
  return query.get('motion') === 'off';
}

/** Tells when the answer changes. Returns the way to stop. */
export function watchMotion(tell: (motion: boolean) => void): () => void {
  const query = matchMedia(REDUCED);
  const onChange = (): void => tell(wantsMotion());
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}
