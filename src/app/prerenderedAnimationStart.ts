/** Returns when the CSS animation of the prerendered stop started, on the clock of `performance.now()`. */
export function prerenderedAnimationStart(): number | undefined {
  const since = document.getAnimations()[0]?.startTime;
  return typeof since === 'number' ? since : undefined;
}
