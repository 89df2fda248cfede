import { createStore, type Store } from '../core/createStore';
import { createInkFile, parseInkFile, type InkFile } from '../core/inkFile';
import { parsePointing, type PointingAction } from '../core/pointing';
import type { Channel } from '../player/channel';
import type { KeyValueStore } from '../player/keyValueStore';
import { afterPaint } from '../scheduling/afterPaint';
import { INITIAL_POINTING, reducePointing, type PointingState } from './pointingState';

/** Milliseconds without a change after which ink is stored. */
const STORE_DELAY_MS = 400;

/** Where the ink of a talk is kept; without it, the other windows of the talk keep it. */
export type InkStore = Pick<KeyValueStore, 'read' | 'write'>;

/** What the presenter points at, the same in all windows of a talk. Each window applies its own actions at once and sends them. */
export class PointingLink {
  readonly getState: Store<PointingState>['getState'];
  readonly subscribe: Store<PointingState>['subscribe'];
  readonly #store: Store<PointingState>;
  readonly #channel: Channel;
  readonly #inkStore: InkStore | undefined;
  #outbox: readonly PointingAction[] = [];
  #isFrameTaken = false;
  /** Whether another window's ink is taken over. */
  #isAsking = true;
  #storeTimer: ReturnType<typeof setTimeout> | undefined;

  readonly #story: string;

  constructor(channel: Channel, story: string, inkStore?: InkStore) {
    this.#story = story;
    this.#channel = channel;
    this.#inkStore = inkStore;
    const stored = parseInkFile(inkStore?.read('ink'), story);
    this.#store = createStore<PointingState>({ ...INITIAL_POINTING, ...('file' in stored && { ink: stored.file.ink }) });
    ({ getState: this.getState, subscribe: this.subscribe } = this.#store);
  }

  /** Follows the other windows. Returns a cleanup function. */
  readonly connect = (): (() => void) => {
    const stopListening = this.#channel.listen((message) => {
      if (message.kind === 'point') for (const action of parsePointing(message.actions)) this.#receive(action);
    });
    const storeNow = (): void => {
      if (this.#storeTimer === undefined) return;
      clearTimeout(this.#storeTimer);
      this.#storeTimer = undefined;
      this.#inkStore?.write('ink', this.inkFile());
    };
    let { ink } = this.getState();
    const stopStoring = this.subscribe((state) => {
      if (state.ink === ink) return;
      ink = state.ink;
      clearTimeout(this.#storeTimer);
      this.#storeTimer = setTimeout(storeNow, STORE_DELAY_MS);
    });
    addEventListener('pagehide', storeNow);
    this.#send({ type: 'ask' });
    // A stage that was loaded again answers a question that nobody asked: its screen may have changed, and its ink is the latest.
    if (Object.keys(ink).length > 0) this.#send({ type: 'ink', ink });
    return () => {
      removeEventListener('pagehide', storeNow);
      stopListening();
      stopStoring();
      storeNow();
    };
  };

  /** Returns the ink of all stops; undefined while the size of the room's stage is not known. */
  readonly inkFile = (): InkFile | undefined => {
    const { screen, ink } = this.getState();
    return screen && createInkFile(this.#story, screen, ink);
  };

  /** Applies an action of this window and sends it to the others. */
  readonly dispatch = (action: PointingAction): void => {
    this.#isAsking = false;
    this.#store.setState(reducePointing(this.getState(), action));
    this.#send(action);
  };

  #receive(action: PointingAction): void {
    if (action.type === 'ask') {
      this.#answer();
      return;
    }
    if (action.type === 'ink' && !this.#isAsking && this.#inkStore) return;
    if (action.type === 'ink') this.#isAsking = false;
    this.#store.setState(reducePointing(this.getState(), action));
  }

  #answer(): void {
    const { ink, colour, straight, radius, factor, screen, lit } = this.getState();
    if (Object.keys(ink).length > 0) this.#send({ type: 'ink', ink });
    // Only the window that shows the stage knows the rest.
    if (!this.#inkStore) return;
    this.#send({ type: 'pen', colour, straight });
    this.#send({ type: 'radius', value: radius });
    this.#send({ type: 'factor', value: factor });
    if (screen) this.#send({ type: 'screen', ...screen });
    this.#send({ type: 'lit', area: lit });
  }

  /** Sends at most one message per frame, the first without delay. */
  #send(action: PointingAction): void {
    this.#outbox = withAction(this.#outbox, action);
    if (!this.#isFrameTaken) this.#flush();
  }

  #flush(): void {
    this.#channel.send({ kind: 'point', actions: this.#outbox });
    this.#outbox = [];
    this.#isFrameTaken = true;
    afterPaint(() => {
      this.#isFrameTaken = false;
      if (this.#outbox.length > 0) this.#flush();
    });
  }
}

/** Actions of which only the last one counts. */
const LATEST_ONLY: ReadonlySet<PointingAction['type']> = new Set(['move', 'radius', 'factor', 'pen', 'screen', 'lit']);

/** Appends an action to those of the same frame. Exported for tests. */
export function withAction(actions: readonly PointingAction[], action: PointingAction): readonly PointingAction[] {
  const last = actions.at(-1);
  const continues = action.type === 'draw' && last?.type === 'draw' && last.id === action.id && last.stop === action.stop;
  if (continues && last.straight === action.straight)
    return [...actions.slice(0, -1), { ...action, points: [...last.points, ...action.points] }];
  return [...(LATEST_ONLY.has(action.type) ? actions.filter(({ type }) => type !== action.type) : actions), action];
}
