const REDUCED = '(prefers-reduced-motion: reduce)';

/** Whether stops play: not with `?motion=off`, and not for those who asked their system for less motion. */
export function wantsMotion(): boolean {
  return new URLSearchParams(location.search).get('motion') !== 'off' && !matchMedia(REDUCED).matches;
}

/** Tells when the answer changes. Returns the way to stop. */
export function watchMotion(tell: (motion: boolean) => void): () => void {
  const query = matchMedia(REDUCED);
  const onChange = (): void => tell(wantsMotion());
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}
