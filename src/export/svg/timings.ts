import type { Span } from './screenHistory';

/** Writes CSS animations, one for each distinct timing. All have the duration of the whole picture and jump from value to value. */
export class Timings {
  /** Duration of the picture in milliseconds. */
  readonly #duration: number;
  readonly #digits: number;
  readonly #names = new Map<string, string>();
  readonly #rules: string[] = [];
  #moves = false;

  constructor(duration: number) {
    this.#duration = duration;
    // A thousandth of a second or less.
    this.#digits = Math.max(1, Math.ceil(Math.log10(duration / 100)));
  }

  /** Returns the class of what is visible in `spans`, which are in order; undefined if it always is. */
  visibleIn(spans: readonly Span[]): string | undefined {
    const [first, last] = [spans[0], spans.at(-1)];
    if (!first || !last || (spans.length === 1 && first[0] <= 0 && last[1] >= this.#duration)) return undefined;
    const moments = spans.flatMap(([from, to]) => [[from, 'visible'] as const, [to, 'hidden'] as const]);
    const all = first[0] > 0 ? [[0, 'hidden'] as const, ...moments] : moments;
    const isShownAtEnd = last[1] >= this.#duration;
    return this.#add(all, (value) => `visibility:${value}`, isShownAtEnd ? undefined : 'visibility:hidden');
  }

  /** Returns the class of a group that is visible in `span`. Its children may have a visibility of their own. */
  groupIn([from, to]: Span): string | undefined {
    if (from <= 0 && to >= this.#duration) return undefined;
    const all = [...(from > 0 ? [[0, 0] as const] : []), [from, 1] as const, [to, 0] as const];
    return this.#add(all, (value) => `opacity:${value}`, to >= this.#duration ? undefined : 'opacity:0');
  }

  /** Returns the class of what has a declaration from each moment on; undefined if it has only one. */
  declare(moments: readonly (readonly [at: number, declaration: string])[]): string | undefined {
    const changes = moments.filter(([at], index) => at !== moments[index + 1]?.[0]);
    const last = changes.at(-1);
    return last && this.#add([[0, changes[0]![1]], ...changes.slice(1)], (declaration) => declaration, last[1]);
  }

  /** Returns the style sheet. `selector` selects everything that may move; `loops` is whether the picture starts again. */
  css(selector: string, loops: boolean): string {
    if (!this.#moves) return this.#rules.join('');
    const seconds = `${Number((this.#duration / 1000).toFixed(3))}s`;
    const motion = `@media(prefers-reduced-motion:no-preference){${selector}{animation:${seconds} step-end ${loops ? 'infinite' : '1'}}}`;
    return motion + this.#rules.join('');
  }

  #add<T>(moments: readonly (readonly [at: number, value: T])[], declare: (value: T) => string, finalDeclaration?: string): string {
    const frames = new Map<string, string>();
    for (const [at, value] of moments) if (at < this.#duration) frames.set(this.#percent(at), declare(value));
    const keyframes = [...frames].map(([at, declaration]) => `${at}{${declaration}}`).join('');
    const known = this.#names.get(keyframes);
    if (known !== undefined) return known;
    const name = `t${this.#names.size.toString(36)}`;
    this.#names.set(keyframes, name);
    const isStill = frames.size < 2;
    this.#moves ||= !isStill;
    const rest = finalDeclaration === undefined ? '' : `${finalDeclaration};`;
    this.#rules.push(`.${name}{${rest}${isStill ? '' : `animation-name:${name}`}}${isStill ? '' : `@keyframes ${name}{${keyframes}}`}`);
    return name;
  }

  #percent(at: number): string {
    return `${Number(((at / this.#duration) * 100).toFixed(this.#digits))}%`;
  }
}
