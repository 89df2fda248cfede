import { FACE } from '../../src/terminal/grid';
import { KEYS, type Engine } from './browserDriver';
import { look } from './findLayoutProblems';

/** Milliseconds a stop may take to stand. The first one types. */
const PATIENCE = 60_000;

const SIZES = [
  [1366, 768],
  [1024, 768],
] as const;

/** Keys that open something over the stage or beside it. */
const OPENERS = ['o', '?', 'g', 'c', 'r', 'x'];

/**
 * Plays the page at `address` in `engine`: on and back through all stops with all motion, then everything that opens over
 * them. Returns what is wrong, a line each.
 */
export async function walk(engine: Engine, address: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const [width, height] of SIZES) {
    const note = async (where: string): Promise<void> => {
      const found = (await engine.evaluate(`(${look.toString()})(${FACE.lineHeight + FACE.overlap})`)) as string[];
      faults.push(...found.map((fault) => `${width}×${height}, ${where}: ${fault}`));
    };
    await engine.resize(width, height);
    await engine.open('about:blank');
    await engine.open(address);
    const last = Number(await engine.evaluate('document.documentElement.dataset.stops')) - 1;
    await standing(engine, 0);
    await note('stop 1');
    for (let stop = 1; stop <= last; stop += 1) {
      await engine.press(KEYS.ArrowRight);
      await standing(engine, stop);
      await note(`stop ${stop + 1}`);
    }
    for (let stop = last - 1; stop >= 0; stop -= 1) {
      await engine.press(KEYS.ArrowLeft);
      await standing(engine, stop);
    }
    for (const key of OPENERS) {
      await engine.press(key);
      await until(engine, 'document.querySelector("dialog[open], .wire") !== null', `"${key}" opens nothing`);
      await note(`after "${key}"`);
      await engine.press(KEYS.Escape);
      await until(engine, 'document.querySelector("dialog[open], .wire") === null', `Esc does not close what "${key}" opened`);
    }
  }
  return faults;
}

const standing = (engine: Engine, stop: number): Promise<void> =>
  until(
    engine,
    `document.documentElement.dataset.state === 'settled' && document.documentElement.dataset.stop === '${stop}'`,
    `stop ${stop + 1} does not come to stand`,
  );

/** Waits for a condition in the page. @throws `otherwise` if it does not come true */
async function until(engine: Engine, condition: string, otherwise: string): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (!(await engine.evaluate(condition))) {
    if (Date.now() > end) throw new Error(`${engine.name}: ${otherwise}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
