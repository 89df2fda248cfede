import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { ScreenWriter, type Sink } from '../../src/terminal/terminalWriter';
import { cellsOf, openHeadless, write } from '../support/headlessTerminal';

/** A sink that finishes writes only when told to. */
class SlowSink implements Sink {
  readonly writes: string[] = [];
  #done: (() => void)[] = [];
  write(data: string, done: () => void): void {
    this.writes.push(data);
    this.#done.push(done);
  }
  finish(): void {
    for (const done of this.#done.splice(0)) done();
  }
}

/** A page that always has something to do. */
const never = (): (() => void) => () => {};

/** A page that has time when told so. */
class Leisure {
  #task: (() => void) | undefined;
  readonly later = (task: () => void): (() => void) => {
    this.#task = task;
    return () => {
      if (this.#task === task) this.#task = undefined;
    };
  };
  come(): void {
    const task = this.#task;
    this.#task = undefined;
    task?.();
  }
}

describe('ScreenWriter', () => {
  it('writes only the rest when the wanted screen continues what stands', () => {
    const sink = new SlowSink();
    const writer = new ScreenWriter(sink, never);
    writer.show('one');
    sink.finish();
    writer.show('one two');
    sink.finish();
    expect(sink.writes).toEqual(['\x1bcone', ' two']);
  });

  it('clears and writes everything, in a single write, when it does not', () => {
    const sink = new SlowSink();
    const writer = new ScreenWriter(sink, never);
    writer.show('one');
    sink.finish();
    writer.show('other');
    sink.finish();
    expect(sink.writes).toEqual(['\x1bcone', '\x1bcother']);
  });

  it('keeps one write in flight and skips wishes that were overtaken', () => {
    const sink = new SlowSink();
    const writer = new ScreenWriter(sink, never);
    const told: string[] = [];
    writer.show('a', () => told.push('a'));
    writer.show('b', () => told.push('b'));
    writer.show('c', () => told.push('c'));
    expect(sink.writes).toEqual(['\x1bca']);
    sink.finish();
    sink.finish();
    expect(sink.writes).toEqual(['\x1bca', '\x1bcc']);
    expect(told).toEqual(['c']);
  });

  it('writes everything again after a change of size, even in the middle of a write', () => {
    const sink = new SlowSink();
    const writer = new ScreenWriter(sink, never);
    writer.show('a');
    writer.invalidate();
    sink.finish();
    expect(sink.writes).toEqual(['\x1bca', '\x1bca']);
  });

  it('draws decorations only on a standing screen, and none of them count', () => {
    const sink = new SlowSink();
    const writer = new ScreenWriter(sink, never);
    writer.show('a');
    writer.decorate('!');
    sink.finish();
    writer.decorate('*');
    sink.finish();
    writer.show('ab');
    expect(sink.writes).toEqual(['\x1bca', '*', 'b']);
  });

  it('writes the picture first and the rows above it when there is time', () => {
    const sink = new SlowSink();
    const leisure = new Leisure();
    const writer = new ScreenWriter(sink, leisure.later);
    const told: string[] = [];
    writer.show('above below', () => told.push('stands'), 'below');
    leisure.come();
    sink.finish();
    expect(told).toEqual(['stands']);
    writer.decorate('*');
    sink.finish();
    leisure.come();
    sink.finish();
    leisure.come();
    expect(sink.writes).toEqual(['\x1bcbelow', '*', '\x1bcabove below']);
    expect(told).toEqual(['stands']);
  });

  it.each([110, 30, 499])('writes the rows above while something is drawn over the picture every %d ms', (turn) => {
    vi.useFakeTimers();
    const sink = new SlowSink();
    const writer = new ScreenWriter(sink, (task) => {
      const timer = setTimeout(task, 500);
      return () => clearTimeout(timer);
    });
    writer.show('above below', undefined, 'below');
    sink.finish();
    for (let time = 0; time <= 500; time += turn) {
      writer.decorate('*');
      sink.finish();
      vi.advanceTimersByTime(turn);
    }
    sink.finish();
    vi.useRealTimers();
    expect(sink.writes.filter((each) => each !== '*')).toEqual(['\x1bcbelow', '\x1bcabove below']);
  });

  it('goes on where it can instead of taking the short way', () => {
    const sink = new SlowSink();
    const leisure = new Leisure();
    const writer = new ScreenWriter(sink, leisure.later);
    writer.show('one');
    sink.finish();
    writer.show('one two', undefined, 'two');
    sink.finish();
    leisure.come();
    expect(sink.writes).toEqual(['\x1bcone', ' two']);
  });

  it('forgets the rows above when the next wish comes first', () => {
    const sink = new SlowSink();
    const leisure = new Leisure();
    const writer = new ScreenWriter(sink, leisure.later);
    writer.show('above below', undefined, 'below');
    sink.finish();
    writer.show('other');
    leisure.come();
    sink.finish();
    leisure.come();
    expect(sink.writes).toEqual(['\x1bcbelow', '\x1bcother']);
  });

  it('takes no short way after a change of size, as the picture is another', () => {
    const sink = new SlowSink();
    const writer = new ScreenWriter(sink, never);
    writer.show('above below', undefined, 'below');
    sink.finish();
    writer.invalidate();
    sink.finish();
    expect(sink.writes).toEqual(['\x1bcbelow', '\x1bcabove below']);
  });

  it('does nothing after it was disposed, not even for writes still in flight', () => {
    const sink = new SlowSink();
    const writer = new ScreenWriter(sink, never);
    let told = false;
    writer.show('a', () => (told = true));
    writer.dispose();
    sink.finish();
    writer.show('b');
    expect(sink.writes).toEqual(['\x1bca']);
    expect(told).toBe(false);
  });

  it('ends on the screen a fresh terminal shows, whatever was wished on the way', async () => {
    const wish = fc.oneof(
      fc.record({
        show: fc.array(
          fc.constantFrom(
            'alpha ',
            'beta\r\n',
            '\x1b[31mred\x1b[0m ',
            '\x1b[1;44mon blue',
            '\x1b[?25l',
            '💀',
            'x'.repeat(30),
            'row\r\n'.repeat(20),
          ),
          { maxLength: 12 },
        ),
      }),
      fc.record({ cols: fc.integer({ min: 5, max: 40 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(wish, { minLength: 1, maxLength: 12 }), async (wishes) => {
        const terminal = openHeadless(30);
        const writer = new ScreenWriter(terminal, never);
        let last = '';
        for (const each of wishes) {
          if ('cols' in each) {
            terminal.resize(each.cols, 24);
            writer.invalidate();
          } else {
            last = each.show.join('');
            writer.show(last);
          }
        }
        await new Promise<void>((resolve) => writer.show(last, resolve));
        const fresh = openHeadless(terminal.cols);
        await write(fresh, [last]);
        const picture = ({ buffer: { active } }: typeof fresh): unknown => [active.baseY, active.cursorX, active.cursorY];
        expect([cellsOf(terminal), picture(terminal)]).toEqual([cellsOf(fresh), picture(fresh)]);
      }),
      { numRuns: 150 },
    );
  });
});
