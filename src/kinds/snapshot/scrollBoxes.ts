/** Scrolls the boxes of a captured page, those in shadow roots too, to where they were: pixels from the left and the top. */
export function scrollBoxes(root: Document | ShadowRoot): void {
  for (const element of root.querySelectorAll('*')) {
    const [left, top] = (element.getAttribute('data-capture-scroll') ?? '').split(' ').map(Number);
    if (left !== undefined && top !== undefined) element.scrollTo({ left, top, behavior: 'instant' });
    if (element.shadowRoot) scrollBoxes(element.shadowRoot);
  }
}
