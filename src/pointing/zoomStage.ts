import type { PointingLink } from './pointingLink';

/** What is shown larger: the place that stays where it is, as fractions of the stage, and how many times as large. */
export interface ZoomView {
  readonly x: number;
  readonly y: number;
  readonly factor: number;
}

/** Shows `stage` larger, around the pointer without a `view`, until the cleanup function is called, which leaves no trace. */
export function zoomStage(stage: HTMLElement, link: PointingLink, view?: ZoomView): () => void {
  const write = (): void => {
    const { x, y, factor } = view ?? link.getState();
    for (const [name, value] of Object.entries({ '--x': x, '--y': y, '--factor': factor })) stage.style.setProperty(name, String(value));
  };
  write();
  stage.dataset['zoomed'] = '';
  const stopFollowing = view ? () => {} : link.subscribe(write);
  return () => {
    stopFollowing();
    delete stage.dataset['zoomed'];
    for (const name of ['--x', '--y', '--factor']) stage.style.removeProperty(name);
    if (stage.getAttribute('style') === '') stage.removeAttribute('style');
  };
}
