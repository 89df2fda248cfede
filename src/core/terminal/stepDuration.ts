import type { Block, Timing } from '../story';
import type { BidiContext } from './bidiLayout';
import { createElements } from './elements';
import { SETTLE_DELAY_MS, typingScheduler } from './outputScheduler';

/** Returns the milliseconds a step takes to appear, from the first pause to the last character. 0 without blocks. `stop` is its place. */
export function stepDuration(blocks: readonly Block[], timing: Timing, stop: number, bidiContext?: BidiContext): number {
  if (blocks.length === 0) return 0;
  const scheduler = typingScheduler(timing, stop);
  createElements(blocks, scheduler, bidiContext);
  return Math.round(scheduler.now()) + SETTLE_DELAY_MS;
}
