/** What the build takes out of a captured page, as a reader of the report knows it: singular and plural. */
const REMOVALS = {
  script: ['script', 'scripts'],
  handler: ['event handler', 'event handlers'],
  frame: ['frame', 'frames'],
  plugin: ['plug-in', 'plug-ins'],
  media: ['video or sound', 'videos and sounds'],
  form: ['form target', 'form targets'],
  link: ['address of a link', 'addresses of links'],
  code: ['address that runs code', 'addresses that run code'],
  foreign: ['request to another site', 'requests to other sites'],
  missing: ['file that is not there', 'files that are not there'],
  refresh: ['page refresh', 'page refreshes'],
  base: ['base address', 'base addresses'],
  style: ['style that loads or runs something', 'styles that load or run something'],
  resource: ['link to a resource', 'links to resources'],
  secret: ['password or hidden value', 'passwords and hidden values'],
  motion: ['animation in a drawing', 'animations in drawings'],
  noscript: ['text for browsers without scripts', 'texts for browsers without scripts'],
  deep: ['element nested too deeply', 'elements nested too deeply'],
  repeat: ['part that a drawing repeats too often', 'parts that drawings repeat too often'],
  element: ['unknown element', 'unknown elements'],
} as const;

export type RemovalKind = keyof typeof REMOVALS;

/** How many of each kind were removed. */
export type Removals = Readonly<Partial<Record<RemovalKind, number>>>;

/** Counts what is removed. */
export class RemovalCounter {
  readonly #counts = new Map<RemovalKind, number>();

  add(kind: RemovalKind, count = 1): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count);
  }

  get counts(): Removals {
    return Object.fromEntries(this.#counts);
  }
}

/** Says what was removed and how often, such as `3 scripts, 1 frame`. */
export function describeRemovals(removals: Removals): string {
  return Object.entries(removals)
    .map(([kind, count]) => `${count} ${REMOVALS[kind as RemovalKind][count === 1 ? 0 : 1]}`)
    .join(', ');
}
