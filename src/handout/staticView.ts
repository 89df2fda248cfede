/** Inline styles of a finished entrance animation. They have no visible effect, but their stacking contexts change the painting order. */
const ENTRANCE_PROPERTIES = ['translate', 'scale', 'opacity'] as const;

/**
 * Makes a view of the stage part of a document: removes its headings, landmarks and tab stops, and lets it paint in reading
 * order, which is the order of the text in a PDF.
 */
export function makeStatic(view: HTMLElement): void {
  for (const heading of view.querySelectorAll('h1, h2, h3, h4, h5, h6')) heading.setAttribute('role', 'presentation');
  for (const region of view.querySelectorAll('section, [role="region"]')) region.setAttribute('role', 'group');
  for (const control of view.querySelectorAll<HTMLElement>('a, button, input')) control.tabIndex = -1;
  for (const element of view.querySelectorAll<HTMLElement>('[style]'))
    for (const name of ENTRANCE_PROPERTIES) element.style.removeProperty(name);
}

/** Each iteration reflows the text. Further iterations would hardly change the size. */
const MAX_FIT_ITERATIONS = 3;

/** Shrinks content of scrolling boxes until it fits. */
export function fitScrollBoxes(view: HTMLElement): void {
  for (const box of view.querySelectorAll<HTMLElement>('.scroll')) {
    const content = box.firstElementChild;
    if (!(content instanceof HTMLElement)) continue;
    let zoom = 1;
    for (let iteration = 0; iteration < MAX_FIT_ITERATIONS && box.scrollHeight > box.clientHeight; iteration += 1) {
      zoom *= box.clientHeight / box.scrollHeight;
      content.style.zoom = zoom.toFixed(3);
    }
    box.scrollTop = 0;
  }
}
