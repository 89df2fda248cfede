/** What the page under measurement tells of itself. */
interface Probe {
  /** Paints and long tasks so far, in milliseconds since the navigation began. */
  paints(): { readonly fcp: number; readonly lcp: number; readonly tbt: number; readonly longestTask: number };
  /** The first contentful paint, as soon as there is one. */
  firstPaint(): Promise<number>;
  /** Resolves once nothing long ran for a while after loading. */
  waitForQuiet(): Promise<void>;
  /** Gets ready for the next key. */
  watchNextKey(marker: string): void;
  /** What became of that key: resolves once it is painted and the marker in view, or given up. */
  nextKeyLatency(): Promise<KeyLatency>;
  /** Presses a key, from inside the page: for many at a time. */
  press(key: 'ArrowRight' | 'ArrowLeft'): void;
  /** Whether `marker` can be seen. */
  isInView(marker: string): boolean;
  /** Counts frames until {@link Frames.stop}. */
  watchFrames(): void;
  /** Milliseconds each watched frame took. */
  frames(): number[];
}

/** Milliseconds from the key's own time stamp. */
export interface KeyLatency {
  /** To the next frame. */
  readonly paint: number;
  /** To the first frame with the new words; undefined when they never came. */
  readonly text: number | undefined;
}

declare global {
  interface Window {
    readonly bench: Probe;
  }
}

/** Puts `window.bench` into a page before its own scripts run. Stands alone: it is sent to the page as text. */
export function installProbe(): void {
  /** Nothing longer than 50 ms for this long counts as quiet. */
  const QUIET_MS = 700;
  const KEY_TIMEOUT_MS = 3000;
  const longTasks: { start: number; duration: number }[] = [];
  let fcp = Number.NaN;
  let lcp = Number.NaN;
  const observe = (type: string, take: (entry: PerformanceEntry) => void): void => {
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  };
  observe('longtask', ({ startTime, duration }) => longTasks.push({ start: startTime, duration }));
  observe('largest-contentful-paint', ({ startTime }) => (lcp = startTime));
  const painted = new Promise<number>((resolve) => {
    observe('paint', ({ name, startTime }) => {
      if (name !== 'first-contentful-paint') return;
      fcp = startTime;
      resolve(startTime);
    });
  });

  /** Calls back in a task right after the next frame was drawn, before any timer that waits as well. */
  const afterFrame = (done: () => void): void => {
    requestAnimationFrame(() => void window.scheduler.postTask(done, { priority: 'user-blocking' }));
  };

  const isShown = (element: Element): boolean => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

  /** Whether all of a box is on screen, and what is seen there belongs to `owner`. */
  const isSeen = ({ left, top, width, height }: DOMRect, owner: Element): boolean => {
    if (width === 0 || left < 0 || top < 0 || left + width > innerWidth || top + height > innerHeight) return false;
    return owner.contains(document.elementsFromPoint(left + width / 2, top + height / 2).find(isShown) ?? null);
  };

  const inView = (marker: string): boolean => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const at = node.data.replaceAll('\u00a0', ' ').indexOf(marker);
      const parent = node.parentElement;
      if (at < 0 || !parent || !isShown(parent)) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + marker.length);
      if (isSeen(range.getBoundingClientRect(), parent)) return true;
    }
    // xterm.js may cut a row anywhere, and lets the pointer through to what is behind its rows.
    return [...document.querySelectorAll('.xterm-rows > div')].some((row) => {
      const screen = row.closest('.xterm');
      return screen !== null && row.textContent.includes(marker) && isShown(row) && isSeen(row.getBoundingClientRect(), screen);
    });
  };

  let times: number[] = [];
  let armed = Promise.reject<KeyLatency>(new Error('arm() comes first.'));
  armed.catch(() => {});
  const probe: Probe = {
    isInView: inView,
    firstPaint: () => painted,
    paints: () => {
      const durations = longTasks.filter(({ start }) => start >= fcp).map(({ duration }) => duration);
      return { fcp, lcp, tbt: durations.reduce((sum, duration) => sum + duration - 50, 0), longestTask: Math.max(0, ...durations) };
    },
    waitForQuiet: () =>
      new Promise((resolve) => {
        const look = (): void => {
          const last = longTasks.at(-1);
          const since = Math.max(
            performance.getEntriesByType('navigation').map((entry) => (entry as PerformanceNavigationTiming).loadEventEnd)[0] ?? 0,
            last ? last.start + last.duration : 0,
          );
          const now = performance.now();
          if (document.readyState === 'complete' && !Number.isNaN(fcp) && now - since > QUIET_MS) resolve();
          else setTimeout(look, 50);
        };
        look();
      }),
    press: (key) => {
      // Older tools go by keyCode, which no constructor's type knows any more.
      const init = { key, code: key, keyCode: key === 'ArrowRight' ? 39 : 37, bubbles: true, cancelable: true };
      for (const type of ['keydown', 'keyup']) document.body.dispatchEvent(new KeyboardEvent(type, init));
    },
    nextKeyLatency: () => armed,
    watchNextKey: (marker) => {
      armed = new Promise((resolve) => {
        addEventListener(
          'keydown',
          ({ timeStamp }) => {
            let paint: number | undefined;
            const look = (): void => {
              const now = performance.now() - timeStamp;
              paint ??= now;
              if (inView(marker)) resolve({ paint, text: now });
              else if (now > KEY_TIMEOUT_MS) resolve({ paint, text: undefined });
              else afterFrame(look);
            };
            afterFrame(look);
          },
          { capture: true, once: true },
        );
      });
    },
    watchFrames: () => {
      times = [];
      const tick = (time: number): void => {
        times.push(time);
        requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
    },
    frames: () => times.slice(1).map((time, index) => time - (times[index] ?? time)),
  };
  Object.assign(window, { bench: probe });
}
