import type { Clock } from '../core/clock';
import type { Claim } from '../core/leaderElection';
import type { SharedAction, SharedShow } from '../core/speakerProtocol';
import { clampStep, readSettings, type Settings } from '../core/settings';
import { namedStop } from '../core/stopNumber';
import { stopAt, type Timeline } from '../core/timeline';
import { standing, typeKey, TYPED_MS, type Typed } from '../core/pendingNumber';
import type { Shelf } from '../player/keyValueStore';
import type { Line, SpeakerLink } from './stageConnection';

const NAME = 'speaker';

/** Everything the speaker window is drawn from. */
export interface DeskState {
  readonly line: Line;
  /** The show; before the stage's first word, what the address says of it. */
  readonly show: SharedShow;
  /** What the plan goes by: as the stage tells it; before its first word, what the browser keeps. */
  readonly rehearsal: unknown;
  /** The claim of the stage that leads, or did last; undefined before one was heard. */
  readonly stage: Claim | undefined;
  /** The theme is the stage's until this window is given one of its own; the size of the notes is its own. */
  readonly settings: Settings;
  readonly typed: Typed | undefined;
  readonly help: boolean;
}

export interface DeskOptions {
  readonly timeline: Timeline;
  readonly link: SpeakerLink;
  readonly clock: Clock;
  readonly shelf: Shelf;
  /** Where the stage was when this window was opened. */
  readonly stop: number;
}

/** The speaker's own table: the show as the stage tells it, and what only this window has. */
export class Desk {
  readonly timeline: Timeline;
  readonly clock: Clock;
  readonly #link: SpeakerLink;
  readonly #shelf: Shelf;
  readonly #listeners = new Set<() => void>();
  #state: DeskState;
  #own: Partial<Settings>;
  #cancelTyped: () => void = () => {};

  constructor({ timeline, link, clock, shelf, stop }: DeskOptions) {
    this.timeline = timeline;
    this.clock = clock;
    this.#link = link;
    this.#shelf = shelf;
    const show: SharedShow = {
      stop,
      playing: false,
      arrival: 0,
      curtain: 'open',
      covered: false,
      wire: false,
      autoplay: false,
      frozen: undefined,
      startedAt: undefined,
    };
    this.#own = ownSettings(shelf.read(NAME));
    const settings = { ...readSettings(shelf.read('settings')), textStep: 0, ...this.#own };
    this.#state = {
      line: 'searching',
      show,
      rehearsal: shelf.read('rehearsal'),
      stage: undefined,
      settings,
      typed: undefined,
      help: false,
    };
  }

  readonly getState = (): DeskState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Follows the stage. Returns the way to stop. */
  readonly open = (): (() => void) => {
    const stopFollowing = this.#link.subscribe(() => {
      const { line, show = this.#state.show, rehearsal = this.#state.rehearsal, stage } = this.#link.getState();
      const settings = { ...this.#state.settings, ...(show.theme && { theme: show.theme }), ...this.#own };
      this.#set({ line, show, rehearsal, stage, settings });
    });
    const close = this.#link.open();
    return () => {
      stopFollowing();
      close();
      this.#cancelTyped();
    };
  };

  /** Wishes for an action of the stage. A number standing typed makes next a jump, and anything else forgets it. */
  readonly wish = (action: SharedAction, at: number, repeat = false): void => {
    const typed = standing(this.#state.typed, at);
    if (this.#state.typed) this.type(undefined);
    if (typed && action === 'next') this.goTo(namedStop(this.timeline, typed.text), at);
    else this.#link.wish(action, at, repeat);
  };

  readonly goTo = (stop: number, at: number): void => {
    if (this.#state.typed) this.type(undefined);
    this.#link.goTo(stopAt(this.timeline, stop).index, at);
  };

  /** Takes a key as part of a number to go to, if it is one. */
  readonly typeKey = (key: string, at: number): boolean => {
    const typed = typeKey(this.#state.typed, key, at);
    if (typed) this.type(typed);
    return typed !== undefined;
  };

  readonly type = (typed: Typed | undefined): void => {
    this.#cancelTyped();
    if (typed) this.#cancelTyped = this.clock.after(TYPED_MS, () => this.type(undefined));
    this.#set({ typed });
  };

  readonly showHelp = (help: boolean): void => this.#set({ help });

  readonly toggleTheme = (): void => this.#keep({ theme: this.#state.settings.theme === 'dark' ? 'light' : 'dark' });

  /** Makes the notes larger or smaller by `steps`, or as designed. */
  readonly sizeNotes = (steps: number | 'reset'): void => {
    this.#keep({ textStep: steps === 'reset' ? 0 : clampStep(this.#state.settings.textStep + steps) });
  };

  #keep(change: Partial<Settings>): void {
    this.#own = { ...this.#own, ...change };
    this.#shelf.write(NAME, this.#own);
    this.#set({ settings: { ...this.#state.settings, ...change } });
  }

  #set(change: Partial<DeskState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** The settings this window was given itself, as they were stored: none, some or all of them. Never throws. */
function ownSettings(stored: unknown): Partial<Settings> {
  const given = typeof stored === 'object' && stored !== null ? Object.keys(stored) : [];
  return Object.fromEntries(Object.entries(readSettings(stored)).filter(([name]) => given.includes(name)));
}
