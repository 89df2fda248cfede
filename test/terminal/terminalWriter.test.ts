import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { TerminalWriter, type Sink } from '../../src/terminal/terminalWriter';
import { bufferCells, createHeadlessTerminal, writeChunks } from '../support/headlessTerminal';

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
const neverIdle = (): (() => void) => () => {};

/** A page that has time when told so. */
class IdleQueue {
  #task: (() => void) | undefined;
  readonly schedule = (task: () => void): (() => void) => {
    this.#task = task;
    return () => {
      if (this.#task === task) this.#task = undefined;
    };
  };
  flush(): void {
    const task = this.#task;
    this.#task = undefined;
    task?.();
  }
}

describe('ScreenWriter', () => {
  it('writes only the rest when the wanted screen continues what stands', () => {
    const sink = new SlowSink();
    const writer = new TerminalWriter(sink, neverIdle);
    writer.show('one');
    sink.finish();
    writer.show('one two');
    sink.finish();
    expect(sink.writes).toEqual(['\x1bcone', ' two']);
  });

  it('clears and writes everything, in a single write, when it does not', () => {
    const sink = new SlowSink();
    const writer = new TerminalWriter(sink, neverIdle);
    writer.show('one');
    sink.finish();
    writer.show('other');
    sink.finish();
    expect(sink.writes).toEqual(['\x1bcone', '\x1bcother']);
  });

  it('keeps one write in flight and skips wishes that were overtaken', () => {
    const sink = new SlowSink();
    const writer = new TerminalWriter(sink, neverIdle);
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
    const writer = new TerminalWriter(sink, neverIdle);
    writer.show('a');
    writer.invalidate();
    sink.finish();
    expect(sink.writes).toEqual(['\x1bca', '\x1bca']);
  });

  it('draws decorations only on a standing screen, and none of them count', () => {
    const sink = new SlowSink();
    const writer = new TerminalWriter(sink, neverIdle);
    writer.show('a');
    writer.writeOverlay('!');
    sink.finish();
    writer.writeOverlay('*');
    sink.finish();
    writer.show('ab');
    expect(sink.writes).toEqual(['\x1bca', '*', 'b']);
  });

  it('writes the picture first and the rows above it when there is time', () => {
    const sink = new SlowSink();
    const leisure = new IdleQueue();
    const writer = new TerminalWriter(sink, leisure.schedule);
    const told: string[] = [];
    writer.show('above below', () => told.push('stands'), 'below');
    leisure.flush();
    sink.finish();
    expect(told).toEqual(['stands']);
    writer.writeOverlay('*');
    sink.finish();
    leisure.flush();
    sink.finish();
    leisure.flush();
    expect(sink.writes).toEqual(['\x1bcbelow', '*', '\x1bcabove below']);
    expect(told).toEqual(['stands']);
  });

  it.each([110, 30, 499])('writes the rows above while something is drawn over the picture every %d ms', (turn) => {
    vi.useFakeTimers();
    const sink = new SlowSink();
    const writer = new TerminalWriter(sink, (task) => {
      const timer = setTimeout(task, 500);
      return () => clearTimeout(timer);
    });
    writer.show('above below', undefined, 'below');
    sink.finish();
    for (let time = 0; time <= 500; time += turn) {
      writer.writeOverlay('*');
      sink.finish();
      vi.advanceTimersByTime(turn);
    }
    sink.finish();
    vi.useRealTimers();
    expect(sink.writes.filter((each) => each !== '*')).toEqual(['\x1bcbelow', '\x1bcabove below']);
  });

  it('goes on where it can instead of taking the short way', () => {
    const sink = new SlowSink();
    const leisure = new IdleQueue();
    const writer = new TerminalWriter(sink, leisure.schedule);
    writer.show('one');
    sink.finish();
    writer.show('one two', undefined, 'two');
    sink.finish();
    leisure.flush();
    expect(sink.writes).toEqual(['\x1bcone', ' two']);
  });

  it('forgets the rows above when the next wish comes first', () => {
    const sink = new SlowSink();
    const leisure = new IdleQueue();
    const writer = new TerminalWriter(sink, leisure.schedule);
    writer.show('above below', undefined, 'below');
    sink.finish();
    writer.show('other');
    leisure.flush();
    sink.finish();
    leisure.flush();
    expect(sink.writes).toEqual(['\x1bcbelow', '\x1bcother']);
  });

  it('takes no short way after a change of size, as the picture is another', () => {
    const sink = new SlowSink();
    const writer = new TerminalWriter(sink, neverIdle);
    writer.show('above below', undefined, 'below');
    sink.finish();
    writer.invalidate();
    sink.finish();
    expect(sink.writes).toEqual(['\x1bcbelow', '\x1bcabove below']);
  });

  it('does nothing after it was disposed, not even for writes still in flight', () => {
    const sink = new SlowSink();
    const writer = new TerminalWriter(sink, neverIdle);
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
        const terminal = createHeadlessTerminal(30);
        const writer = new TerminalWriter(terminal, neverIdle);
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
        const fresh = createHeadlessTerminal(terminal.cols);
        await writeChunks(fresh, [last]);
        const picture = ({ buffer: { active } }: typeof fresh): unknown => [active.baseY, active.cursorX, active.cursorY];
        expect([bufferCells(terminal), picture(terminal)]).toEqual([bufferCells(fresh), picture(fresh)]);
      }),
      { numRuns: 150 },
    );
  });
});
