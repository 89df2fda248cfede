/** Measures the page it is installed in. */
interface Probe {
  /** Returns paints and long tasks so far, in milliseconds since the navigation. */
  paints(): { readonly fcp: number; readonly lcp: number; readonly tbt: number; readonly longestTask: number };
  /** Resolves with the first contentful paint. */
  firstPaint(): Promise<number>;
  /** Resolves once no long task has run for a while after loading. */
  waitForQuiet(): Promise<void>;
  /** Starts to watch the next key and the text `marker`, if there is one to wait for. */
  watchNextKey(marker: string | undefined): void;
  /** Resolves once the watched key is painted and its marker in view, or after a timeout. */
  nextKeyLatency(): Promise<KeyLatency>;
  /** Dispatches a key event from inside the page. */
  press(key: 'ArrowRight' | 'ArrowLeft'): void;
  /** Returns whether the text `marker` is visible. */
  isInView(marker: string): boolean;
  /** Starts to record frames. */
  watchFrames(): void;
  /** Returns the duration of each recorded frame in milliseconds. */
  frames(): number[];
}

/** Milliseconds from the time stamp of the key event. */
export interface KeyLatency {
  /** To the next frame. */
  readonly paint: number;
  /** To the first frame with the new text; undefined if it never appeared. */
  readonly text: number | undefined;
}

declare global {
  interface Window {
    readonly bench: Probe;
  }
}

/** Sets `window.bench` before the page's own scripts run. It is sent to the page as text, so it must not refer to anything outside. */
export function installProbe(): void {
  /** The page is quiet after this time without a task over 50 ms. */
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

  /** Calls `done` in a task right after the next frame, before pending timers. */
  const afterFrame = (done: () => void): void => {
    requestAnimationFrame(() => void window.scheduler.postTask(done, { priority: 'user-blocking' }));
  };

  const isShown = (element: Element): boolean => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

  /** Returns whether a box is completely on screen, and what is visible at its centre belongs to `owner`. */
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
    // xterm.js may split a row anywhere, and its rows ignore the pointer.
    return [...document.querySelectorAll('.xterm-rows > div')].some((row) => {
      const screen = row.closest('.xterm');
      return screen !== null && row.textContent.includes(marker) && isShown(row) && isSeen(row.getBoundingClientRect(), screen);
    });
  };

  let times: number[] = [];
  let latency = Promise.reject<KeyLatency>(new Error('watchNextKey() comes first.'));
  latency.catch(() => {});
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
      // Older tools read keyCode, which is no longer in the type of the constructor.
      const init = { key, code: key, keyCode: key === 'ArrowRight' ? 39 : 37, bubbles: true, cancelable: true };
      for (const type of ['keydown', 'keyup']) document.body.dispatchEvent(new KeyboardEvent(type, init));
    },
    nextKeyLatency: () => latency,
    watchNextKey: (marker) => {
      latency = new Promise((resolve) => {
        addEventListener(
          'keydown',
          ({ timeStamp }) => {
            let paint: number | undefined;
            const look = (): void => {
              const now = performance.now() - timeStamp;
              paint ??= now;
              if (marker === undefined || inView(marker)) resolve({ paint, text: now });
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
