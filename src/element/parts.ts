/** Returns a new element of the shadow tree. */
export function create<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** Returns the picture over the frame, which is a button. */
export function createPoster(src: string, label: string, onPress: () => void): HTMLButtonElement {
  const onclick = (): void => {
    button.className = 'busy';
    onPress();
  };
  const button = create('button', { ariaLabel: label, onclick }, create('img', { src, alt: '' }), create('i', {}));
  return button;
}

/** Returns what stands in place of a story that did not load. */
export function createFailure(message: string, href: string | undefined): HTMLElement {
  const link = href === undefined ? '' : create('a', { href, target: '_blank', rel: 'noopener' }, href);
  return create('p', { role: 'alert' }, `${message} `, link);
}
