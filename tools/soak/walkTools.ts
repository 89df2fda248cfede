import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { ROOT } from '../../src/project/project.mjs';

/** Addresses of the example that the walk works with: a snapshot, steps with a focus, a terminal that types. */
const SNAPSHOT = '#/fernway/1';
const FOCUS = '#/close-up/1';
const BEFORE_TYPING = '#/ship/0';

/** Runs `work` with a copy of an example that has a detour, optional scenes and typing, with pressed keys and a caption added. */
export async function withToolsStory<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'understudy-soak-'));
  try {
    await cp(path.join(ROOT, 'examples/product'), folder, { recursive: true });
    const file = path.join(folder, 'close-up.json');
    const scene = JSON.parse(await readFile(file, 'utf8'));
    Object.assign(scene.steps.at(-1), { keys: ['Ctrl+C', 'Enter'], caption: 'The reason comes from the parcel.' });
    await writeFile(file, JSON.stringify(scene));
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Uses each tool once per walk, from the stage and then from the speaker window. A walk runs inside the page as one function: each
 * call from outside leaves compiled code behind, which would count as growth.
 */
export async function walkTools(stage: Page, speaker: Page, walks: number): Promise<void> {
  await stage.evaluate(useOnStage, { walks, snapshot: SNAPSHOT, focus: FOCUS, beforeTyping: BEFORE_TYPING });
  await speaker.evaluate(useInSpeakerWindow, walks);
}

interface StageWalks {
  readonly walks: number;
  readonly snapshot: string;
  readonly focus: string;
  readonly beforeTyping: string;
}

async function useOnStage({ walks, snapshot, focus, beforeTyping }: StageWalks): Promise<void> {
  const root = document.documentElement;
  const press = (...keys: readonly string[]): void => {
    for (const key of keys)
      for (const type of ['keydown', 'keyup'])
        document.body.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, cancelable: true }));
  };
  const nextFrame = (): Promise<unknown> => new Promise(requestAnimationFrame);
  const until = async (what: string, isDone: () => unknown): Promise<void> => {
    for (const end = performance.now() + 10_000; !isDone(); await nextFrame())
      if (performance.now() > end) throw new Error(`Not within 10 s: ${what}, at ${location.hash}`);
  };
  const settle = (): Promise<void> => until('settled', () => root.dataset['state'] === 'settled');
  const goTo = async (hash: string): Promise<void> => {
    location.hash = hash;
    await nextFrame();
    await settle();
  };
  const find = (selector: string): Element | null => document.querySelector(selector);
  // An event made by a script has no pointer that could be captured.
  Element.prototype.setPointerCapture = () => {};
  const point = (type: string, x: number, y: number): void =>
    void find('.pointing__surface')?.dispatchEvent(
      new PointerEvent(type, { pointerId: 1, pointerType: 'mouse', button: 0, clientX: x, clientY: y, bubbles: true }),
    );
  const pointWith = async (key: string, tool: string): Promise<void> => {
    press(key);
    await until(tool, () => find(`.pointing[data-tool=${tool}] > .pointing__surface`));
    point(tool === 'pen' ? 'pointerdown' : 'pointerenter', 420, 240);
    for (let step = 1; step < 5; step += 1) {
      point('pointermove', 420 + step * 40, 240 + step * 20);
      await nextFrame();
    }
    point('pointerup', 580, 320);
    find('.pointing__surface')?.dispatchEvent(new WheelEvent('wheel', { deltaY: walks % 2 ? 100 : -100, bubbles: true, cancelable: true }));
  };

  for (let done = 0; done < walks; done += 1) {
    await goTo(snapshot);
    await pointWith('i', 'laser');
    await pointWith('u', 'spotlight');
    await pointWith('m', 'zoom');
    await pointWith('e', 'pen');
    await until('a stroke', () => find('.pointing__stroke'));
    press('Delete');
    await until('no stroke', () => !find('.pointing__stroke'));
    press('Escape');
    await goTo(focus);
    press('y');
    await until('a focus', () => find('.pointing[data-tool=focus]'));
    press('y', ',');
    await nextFrame();
    press(',', 'q');
    await until('the detour', () => location.hash.includes('rollback'));
    press('ArrowRight');
    await settle();
    press('Escape');
    await until('back', () => location.hash === focus);
    await goTo(beforeTyping);
    press('t', 'PageDown');
    await nextFrame();
    for (let presses = 0; presses < 8; presses += 1) {
      press('k');
      await nextFrame();
    }
    press('PageDown', 't', 'Home');
    await nextFrame();
    await settle();
  }
}

async function useInSpeakerWindow(walks: number): Promise<void> {
  const nextFrame = (): Promise<unknown> => new Promise(requestAnimationFrame);
  const until = async (what: string, find: () => Element | null | undefined): Promise<Element> => {
    for (const end = performance.now() + 10_000; ; await nextFrame()) {
      const found = find();
      if (found) return found;
      if (performance.now() > end) throw new Error(`Not within 10 s in the speaker window: ${what}`);
    }
  };
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) {
      for (const type of ['keydown', 'keyup'])
        document.body.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, cancelable: true }));
      await nextFrame();
    }
  };
  const click = async (name: string): Promise<void> => {
    const button = await until(name, () => document.querySelector(`.speaker-jump-list [aria-label^="${name} all of"]`));
    (button as HTMLElement).click();
  };
  Element.prototype.setPointerCapture = () => {};
  for (let done = 0; done < walks; done += 1) {
    await click('Drop');
    await click('Restore');
    await press('i');
    const surface = await until('the laser', () => document.querySelector('.pointing[data-tool=laser] > .pointing__surface'));
    for (let step = 1; step < 5; step += 1) {
      surface.dispatchEvent(new PointerEvent('pointermove', { pointerId: 1, clientX: 60 + step * 20, clientY: 200, bubbles: true }));
      await nextFrame();
    }
    await press('i', 'z', 'ArrowRight', 'z', 'b', 'b', 'Home');
    await until('the first stop', () => document.querySelector('[data-stop="0"]'));
  }
}
