/** What an entrance leaves behind: it moves nothing any more, but lifts its element out of the order of painting. */
const MOVES = ['translate', 'scale', 'opacity'] as const;

/**
 * Makes a drawing of a stop out of the stage's elements: its headings and windows are no headings and landmarks of the
 * handout, its buttons and fields do nothing, and its words are painted in reading order, which is the order of a PDF's text.
 */
export function quietPicture(picture: HTMLElement): void {
  for (const heading of picture.querySelectorAll('h1, h2, h3, h4, h5, h6')) heading.setAttribute('role', 'presentation');
  for (const region of picture.querySelectorAll('section, [role="region"]')) region.setAttribute('role', 'group');
  for (const control of picture.querySelectorAll<HTMLElement>('a, button, input')) control.tabIndex = -1;
  for (const moved of picture.querySelectorAll<HTMLElement>('[style]')) for (const name of MOVES) moved.style.removeProperty(name);
}

/** Each round of fitting reflows the text; this many come close enough. */
const ROUNDS = 3;

/** Makes what is taller than its scrolling box small enough to be seen whole. */
export function fitPicture(picture: HTMLElement): void {
  for (const box of picture.querySelectorAll<HTMLElement>('.scroll')) {
    const content = box.firstElementChild;
    if (!(content instanceof HTMLElement)) continue;
    let zoom = 1;
    for (let round = 0; round < ROUNDS && box.scrollHeight > box.clientHeight; round += 1) {
      zoom *= box.clientHeight / box.scrollHeight;
      content.style.zoom = zoom.toFixed(3);
    }
    box.scrollTop = 0;
  }
}
