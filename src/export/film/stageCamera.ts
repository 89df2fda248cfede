import { setTimeout as wait } from 'node:timers/promises';
import type { CDPSession, JSHandle, Page } from 'playwright-core';
import type { BuiltPage, PageOptions } from '../builtPage';
import type { Size } from '../options';
import { createPagePointer, type PagePointer } from './pagePointer';
import { createPageMotion, type MotionState, type PageMotion } from './pageMotion';

/** The time of the page's clock when filming begins, in milliseconds. Loading ends before. */
const START_MS = 3_600_000;

/** Milliseconds of this machine for which a page waits for files, and the pause between two looks. */
const LOADING_TIMEOUT_MS = 15_000;
const LOADING_INTERVAL_MS = 10;

/** Milliseconds on the page's clock after which a stop that is gone to should be settled. */
const SETTLE_LIMIT_MS = 10_000;

/** A multiple of the 16 ms between the page's animation frames, so that filming begins at the same place between two of them. */
const SETTLE_STEP_MS = 48;

/** Arguments of a browser that draws the same page in the same way, whatever it drew before. */
const BROWSER_ARGS = ['--disable-threaded-animation', '--disable-partial-raster', '--disable-checker-imaging'];

/** Returns the page that a camera needs, `size` large. */
export function filmPage(storyFolder: string, size: Size): PageOptions {
  return { storyFolder, file: 'index.html', context: { viewport: size, reducedMotion: 'no-preference' }, args: BROWSER_ARGS };
}

export interface CameraOptions {
  /** The part of the address that says what the page shows. */
  readonly query: URLSearchParams;
  readonly theme: 'light' | 'dark';
  /** Whether a pointer moves to the control that is pressed to go on. @default false */
  readonly pointer?: boolean;
}

/** A built page on a clock that is driven: nothing in it moves unless it is told how late it is. */
export class StageCamera {
  readonly #page: Page;
  readonly #session: CDPSession;
  readonly #motion: JSHandle<PageMotion>;
  readonly #pointer: JSHandle<PagePointer> | undefined;
  #now = START_MS;
  #isOverdue = false;

  private constructor(page: Page, session: CDPSession, motion: JSHandle<PageMotion>, pointer: JSHandle<PagePointer> | undefined) {
    this.#page = page;
    this.#session = session;
    this.#motion = motion;
    this.#pointer = pointer;
  }

  /** Opens the page and stops its clock. The page is that of {@link filmPage} and has not been opened before. */
  static async open(built: BuiltPage, { query, theme, pointer = false }: CameraOptions): Promise<StageCamera> {
    const { page } = built;
    await page.clock.install({ time: 0 });
    await built.open(query.size === 0 ? '' : `?${query}`);
    // The page starts dark. The key changes the theme of the page and of the terminal.
    if (theme === 'light') await page.keyboard.press('d');
    await page.addStyleTag({ content: '.controls { display: none !important }' });
    const motion = await page.evaluateHandle(createPageMotion);
    const session = await page.context().newCDPSession(page);
    // Animations then move only where they are put; the compositor would move those that have just begun.
    await session.send('Animation.enable');
    await session.send('Animation.setPlaybackRate', { playbackRate: 0 });
    await page.clock.pauseAt(START_MS);
    return new StageCamera(page, session, motion, pointer ? await page.evaluateHandle(createPagePointer) : undefined);
  }

  /** Milliseconds of the page's clock. */
  get now(): number {
    return this.#now;
  }

  /** Lets the page's clock run until `time`. Waits for files that the page still loads, without letting the clock run. */
  async advanceTo(time: number): Promise<MotionState> {
    const to = Math.round(time);
    if (to > this.#now) await this.#page.clock.runFor(to - this.#now);
    this.#now = to;
    return this.#step();
  }

  /** Draws the pointer, if there is one, as it is `msLeft` before the stop is left. */
  async point(msLeft: number): Promise<void> {
    await this.#pointer?.evaluate((pointer, ms) => pointer.show(ms), msLeft);
  }

  /** Lets every timer run that is due within a day, each once. */
  async skipDay(): Promise<void> {
    const ms = 24 * 3_600_000;
    await this.#page.clock.fastForward(ms);
    this.#now += ms;
    await this.#step();
  }

  /** Lets the clock run until the stop (0-based) is settled. Returns false if it never is. */
  async settle(stop: number): Promise<boolean> {
    const limit = this.#now + SETTLE_LIMIT_MS;
    let state = await this.#step();
    while (state.stop !== stop || !state.isSettled) {
      if (this.#now > limit) return false;
      state = await this.advanceTo(this.#now + SETTLE_STEP_MS);
    }
    return true;
  }

  async press(key: string): Promise<void> {
    await this.#page.keyboard.press(key);
  }

  async goTo(hash: string): Promise<void> {
    await this.#page.evaluate((to) => {
      location.hash = to;
    }, hash);
  }

  /** Returns what the page shows, as PNG in base64. */
  async takePicture(): Promise<string> {
    const { data } = await this.#session.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true });
    return data;
  }

  async #step(): Promise<MotionState> {
    const end = Date.now() + (this.#isOverdue ? 0 : LOADING_TIMEOUT_MS);
    for (let isChanged = false; ;) {
      const state = await this.#motion.evaluate((motion) => motion.step());
      isChanged ||= state.isChanged;
      // What has been waited for in vain may have a time limit of its own, on the page's clock.
      this.#isOverdue = state.isLoading && Date.now() >= end;
      if (!state.isLoading || this.#isOverdue) return { ...state, isChanged };
      await wait(LOADING_INTERVAL_MS);
    }
  }
}
