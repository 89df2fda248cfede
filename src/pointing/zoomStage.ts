import type { PointingLink } from './pointingLink';

/** Shows `stage` larger around the pointer until the cleanup function is called, which leaves no trace. */
export function zoomStage(stage: HTMLElement, link: PointingLink): () => void {
  const write = (): void => {
    const { x, y, factor } = link.getState();
    for (const [name, value] of Object.entries({ '--x': x, '--y': y, '--factor': factor })) stage.style.setProperty(name, String(value));
  };
  write();
  stage.dataset['zoomed'] = '';
  const stopFollowing = link.subscribe(write);
  return () => {
    stopFollowing();
    delete stage.dataset['zoomed'];
    for (const name of ['--x', '--y', '--factor']) stage.style.removeProperty(name);
    if (stage.getAttribute('style') === '') stage.removeAttribute('style');
  };
}
