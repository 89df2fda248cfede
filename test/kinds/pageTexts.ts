/** What a scene's page does not show: its place in the story, the address bar above it and what comes after it. */
const NOT_ON_PAGE = new Set(['$schema', 'kind', 'id', 'title', 'address', 'leave', 'steps']);

/** Every string of a scene that belongs on its page, sorted. */
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

/** Every stretch of text a page shows, placeholders and values of its text fields included, sorted. */
export function pageTexts(root: Element): string[] {
  const found: string[] = [];
  for (const element of root.querySelectorAll('*')) {
    if (element instanceof HTMLInputElement && element.type === 'text') found.push(element.value || element.placeholder);
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    if (own.length > 0) found.push(own.map((node) => node.textContent).join(''));
  }
  return found.toSorted();
}
