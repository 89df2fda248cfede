import type { EmbedState } from '../core/embed';

/** Events of the element. None bubbles. */
export interface UnderstudyDemoEventMap {
  /** The story has loaded. */
  ready: CustomEvent<EmbedState>;
  /** The reader or the page has started it. */
  start: CustomEvent<EmbedState>;
  stopchange: CustomEvent<EmbedState>;
  /** The stop has finished playing. */
  settled: CustomEvent<EmbedState>;
  /** The story did not load, as the element says too. */
  failed: CustomEvent<{ readonly message: string }>;
}

/** Types the listeners of these events. */
export interface DemoEventTarget {
  addEventListener<K extends keyof UnderstudyDemoEventMap>(
    type: K,
    listener: (event: UnderstudyDemoEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof UnderstudyDemoEventMap>(
    type: K,
    listener: (event: UnderstudyDemoEventMap[K]) => void,
    options?: boolean | EventListenerOptions,
  ): void;
}
