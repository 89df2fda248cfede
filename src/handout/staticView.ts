/** What an entrance leaves behind: it moves nothing any more, but lifts its element out of the order of painting. */
const ENTRANCE_PROPERTIES = ['translate', 'scale', 'opacity'] as const;

/**
 * Makes a drawing of a stop out of the stage's elements: its headings and windows are no headings and landmarks of the
 * handout, its buttons and fields do nothing, and its words are painted in reading order, which is the order of a PDF's text.
 */
export function makeStatic(view: HTMLElement): void {
  for (const heading of view.querySelectorAll('h1, h2, h3, h4, h5, h6')) heading.setAttribute('role', 'presentation');
  for (const region of view.querySelectorAll('section, [role="region"]')) region.setAttribute('role', 'group');
  for (const control of view.querySelectorAll<HTMLElement>('a, button, input')) control.tabIndex = -1;
  for (const element of view.querySelectorAll<HTMLElement>('[style]'))
    for (const name of ENTRANCE_PROPERTIES) element.style.removeProperty(name);
}

/** Each round of fitting reflows the text; this many come close enough. */
const MAX_FIT_ITERATIONS = 3;

/** Makes what is taller than its scrolling box small enough to be seen whole. */
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
