import style from './element.css?inline';

let styleSheet: CSSStyleSheet | undefined;

/** Gives the shadow tree its style, in a way that no policy of the page forbids. */
export function applyStyle(root: ShadowRoot): void {
  if (!styleSheet) (styleSheet = new CSSStyleSheet()).replaceSync(style);
  root.adoptedStyleSheets = [styleSheet];
}

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
export function createPoster(src: string, onPress: () => void): HTMLButtonElement {
  const onclick = (): void => {
    button.className = 'busy';
    onPress();
  };
  const button = create('button', { onclick }, create('img', { src, alt: '' }), create('i', {}));
  return button;
}

/** Returns what stands in place of a story that did not load. */
export function createFailure(message: string, href: string | undefined): HTMLElement {
  const link = href ? create('a', { href, target: '_blank' }, href) : '';
  return create('p', { role: 'alert' }, `${message} `, link);
}
