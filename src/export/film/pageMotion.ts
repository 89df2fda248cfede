/** What a page looks like after {@link PageMotion.step}. */
export interface MotionState {
  readonly stop: number;
  readonly isSettled: boolean;
  /** Whether something waits for a file, a font or a frame, which the driven clock knows nothing of. */
  readonly isLoading: boolean;
  /** Whether anything but the animations has changed since the step before. */
  readonly isChanged: boolean;
  /** How far each running animation is; empty when nothing is animated. Equal keys without a change in between mean equal pictures. */
  readonly animations: string;
}

/** Drives what the page's clock does not: animations of style sheets, and smooth scrolling. */
export interface PageMotion {
  /** Lets scheduled work end, and brings animations and scrolling to the time of `performance.now()`. */
  step(): Promise<MotionState>;
}

interface Scroll {
  readonly from: readonly [left: number, top: number];
  readonly to: readonly [left: number, top: number];
  readonly start: number;
}

/** Runs in the page, so it uses nothing outside of itself. The page's `performance.now()` is a clock that the caller drives. */
export function createPageMotion(): PageMotion {
  const SCROLL_MS = 450;
  const starts = new WeakMap<Animation, number>();
  const scrolls = new Map<Element, Scroll>();
  const watched = new WeakSet<Document>();
  const observer = new MutationObserver(() => (isChanged = true));
  let isChanged = true;

  const watch = (root: Document): void => {
    if (watched.has(root)) return;
    watched.add(root);
    isChanged = true;
    observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    for (const type of ['scroll', 'load', 'input']) root.addEventListener(type, () => (isChanged = true), { capture: true, passive: true });
    root.fonts.addEventListener('loadingdone', () => (isChanged = true));
    if (root.defaultView) driveScrolling(root.defaultView as Window & typeof globalThis);
  };

  /** Has calls that scroll smoothly move by the driven clock: the browser's own scrolling takes its time elsewhere. */
  const driveScrolling = ({ Element: { prototype } }: Window & typeof globalThis): void => {
    const jump = prototype.scrollTo as (options: ScrollToOptions) => void;
    for (const name of ['scrollTo', 'scrollIntoView'] as const) {
      const original = prototype[name] as (...values: unknown[]) => void;
      prototype[name] = function (this: Element, ...values: unknown[]): void {
        const boxes: Element[] = [this];
        for (let at = this.parentElement; at; at = at.parentElement) boxes.push(at);
        for (const box of boxes) scrolls.delete(box);
        const [options] = values;
        if (typeof options !== 'object' || options === null || (options as ScrollOptions).behavior !== 'smooth') {
          original.apply(this, values);
          return;
        }
        const before = boxes.map((box) => [box.scrollLeft, box.scrollTop] as const);
        original.call(this, { ...options, behavior: 'instant' });
        for (const [index, box] of boxes.entries()) {
          const [from, to] = [before[index]!, [box.scrollLeft, box.scrollTop] as const];
          if (from[0] === to[0] && from[1] === to[1]) continue;
          scrolls.set(box, { from, to, start: performance.now() });
          jump.call(box, { left: from[0], top: from[1], behavior: 'instant' });
        }
      } as never;
    }
  };

  const scroll = (now: number): void => {
    for (const [box, { from, to, start }] of scrolls) {
      const fraction = Math.min(1, (now - start) / SCROLL_MS);
      const eased = (1 - Math.cos(Math.PI * fraction)) / 2;
      const [left, top] = [0, 1].map((axis) => Math.round(from[axis]! + (to[axis]! - from[axis]!) * eased)) as [number, number];
      if (fraction === 1) scrolls.delete(box);
      box.scrollLeft = left;
      box.scrollTop = top;
      isChanged = true;
    }
  };

  /** Returns how far each animation is that has not ended. */
  const animate = (root: Document, now: number): number[] =>
    root.getAnimations().flatMap((animation) => {
      const { endTime = 0 } = animation.effect?.getComputedTiming() ?? {};
      const start = starts.get(animation) ?? now;
      starts.set(animation, start);
      if (animation.playState === 'finished') return [];
      if (now - start >= Number(endTime)) {
        animation.finish();
        isChanged = true;
        return [];
      }
      animation.pause();
      animation.currentTime = now - start;
      return [Math.round((animation.effect?.getComputedTiming().progress ?? -1) * 10_000)];
    });

  const documents = (): Document[] => {
    const frames = [...document.querySelectorAll('iframe')].flatMap(({ contentDocument }) => contentDocument ?? []);
    return [document, ...frames];
  };

  /** Lets everything that is scheduled without a timer end, such as the rendering of React. */
  const drain = async (): Promise<void> => {
    for (let round = 0; round < 2; round += 1) await scheduler.postTask(() => {}, { priority: 'background' });
  };

  /** Resolves when the page has been laid out and its observers of sizes have been called: this one is the last of them. */
  const render = (): Promise<void> =>
    new Promise((resolve) => {
      const last = new ResizeObserver(() => {
        last.disconnect();
        resolve();
      });
      last.observe(document.documentElement);
    });

  /** Renders as often as what is rendered changes by its observers of sizes. */
  const layOut = async (): Promise<void> => {
    let hasChanged = isChanged;
    for (let round = 0; round < 4; round += 1) {
      if (observer.takeRecords().length > 0) isChanged = true;
      if (!isChanged) break;
      [hasChanged, isChanged] = [true, false];
      await render();
      await drain();
    }
    isChanged ||= hasChanged;
  };

  return {
    step: async () => {
      await drain();
      await layOut();
      const roots = documents();
      const now = performance.now();
      for (const root of roots) watch(root);
      scroll(now);
      const animations = roots.flatMap((root) => animate(root, now)).join(' ');
      if (observer.takeRecords().length > 0) isChanged = true;
      const { stop, state } = document.documentElement.dataset;
      const result: MotionState = {
        stop: Number(stop),
        isSettled: state === 'settled',
        isLoading:
          document.querySelector('iframe[data-loading]') !== null ||
          roots.some(
            (root) => root.fonts.status === 'loading' || [...root.images].some((image) => !image.complete && image.loading !== 'lazy'),
          ),
        isChanged,
        animations,
      };
      isChanged = false;
      return result;
    },
  };
}
