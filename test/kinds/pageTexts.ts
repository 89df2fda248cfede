/** Fields of a scene that its page does not show. */
const NOT_ON_PAGE = new Set(['$schema', 'kind', 'id', 'title', 'address', 'leave', 'steps']);

/** Returns all texts of a scene that its page must show, sorted. */
export function sceneTexts(scene: object): string[] {
  const collect = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(collect) : [];
  };
  return Object.entries(scene)
    .filter(([key]) => !NOT_ON_PAGE.has(key))
    .flatMap(([, value]) => collect(value))
    .toSorted();
}

/** Returns all texts that a page shows, with values or placeholders of its text fields, sorted. */
export function pageTexts(root: Element): string[] {
  const found: string[] = [];
  for (const element of root.querySelectorAll('*')) {
    if (element instanceof HTMLInputElement && element.type === 'text') found.push(element.value || element.placeholder);
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    if (own.length > 0) found.push(own.map((node) => node.textContent).join(''));
  }
  return found.toSorted();
}
