import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { TerminalWriter, type Sink } from '../../src/terminal/terminalWriter';
import { bufferCells, createHeadlessTerminal, writeChunks } from '../support/headlessTerminal';

/** A sink that finishes writes when `finish()` is called. */
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

/** A page that is never idle. */
const neverIdle = (): (() => void) => () => {};

/** A page that becomes idle when `flush()` is called. */
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

describe('TerminalWriter', () => {
  it('writes only the new part of output that continues the written one', () => {
    const sink = new SlowSink();
    const writer = new TerminalWriter(sink, neverIdle);
    writer.show('one');
    sink.finish();
    writer.show('one two');
    sink.finish();
    expect(sink.writes).toEqual(['\x1bcone', ' two']);
  });

  it('resets and writes everything in one write when output does not continue the written one', () => {
    const sink = new SlowSink();
    const writer = new TerminalWriter(sink, neverIdle);
    writer.show('one');
    sink.finish();
    writer.show('other');
    sink.finish();
    expect(sink.writes).toEqual(['\x1bcone', '\x1bcother']);
  });

  it('has one write at a time and skips outputs replaced during it', () => {
    const sink = new SlowSink();
    const writer = new TerminalWriter(sink, neverIdle);
    const calls: string[] = [];
    writer.show('a', () => calls.push('a'));
    writer.show('b', () => calls.push('b'));
    writer.show('c', () => calls.push('c'));
    expect(sink.writes).toEqual(['\x1bca']);
    sink.finish();
    sink.finish();
    expect(sink.writes).toEqual(['\x1bca', '\x1bcc']);
    expect(calls).toEqual(['c']);
  });

  it('writes everything again after a change of size, also during a write', () => {
    const sink = new SlowSink();
    const writer = new TerminalWriter(sink, neverIdle);
    writer.show('a');
    writer.invalidate();
    sink.finish();
    expect(sink.writes).toEqual(['\x1bca', '\x1bca']);
  });

  it('draws overlays only when no write is pending, and does not count them as output', () => {
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

  it('writes the visible rows first and the rows above them when idle', () => {
    const sink = new SlowSink();
    const idle = new IdleQueue();
    const writer = new TerminalWriter(sink, idle.schedule);
    const calls: string[] = [];
    writer.show('above below', () => calls.push('shown'), 'below');
    idle.flush();
    sink.finish();
    expect(calls).toEqual(['shown']);
    writer.writeOverlay('*');
    sink.finish();
    idle.flush();
    sink.finish();
    idle.flush();
    expect(sink.writes).toEqual(['\x1bcbelow', '*', '\x1bcabove below']);
    expect(calls).toEqual(['shown']);
  });

  it.each([110, 30, 499])('writes the rows above while an overlay is drawn every %d ms', (interval) => {
    vi.useFakeTimers();
    const sink = new SlowSink();
    const writer = new TerminalWriter(sink, (task) => {
      const timer = setTimeout(task, 500);
      return () => clearTimeout(timer);
    });
    writer.show('above below', undefined, 'below');
    sink.finish();
    for (let time = 0; time <= 500; time += interval) {
      writer.writeOverlay('*');
      sink.finish();
      vi.advanceTimersByTime(interval);
    }
    sink.finish();
    vi.useRealTimers();
    expect(sink.writes.filter((each) => each !== '*')).toEqual(['\x1bcbelow', '\x1bcabove below']);
  });

  it('continues the written output where it can, instead of writing the visible rows', () => {
    const sink = new SlowSink();
    const idle = new IdleQueue();
    const writer = new TerminalWriter(sink, idle.schedule);
    writer.show('one');
    sink.finish();
    writer.show('one two', undefined, 'two');
    sink.finish();
    idle.flush();
    expect(sink.writes).toEqual(['\x1bcone', ' two']);
  });

  it('does not write the rows above when another output comes first', () => {
    const sink = new SlowSink();
    const idle = new IdleQueue();
    const writer = new TerminalWriter(sink, idle.schedule);
    writer.show('above below', undefined, 'below');
    sink.finish();
    writer.show('other');
    idle.flush();
    sink.finish();
    idle.flush();
    expect(sink.writes).toEqual(['\x1bcbelow', '\x1bcother']);
  });

  it('writes the whole output after a change of size, since other rows are visible then', () => {
    const sink = new SlowSink();
    const writer = new TerminalWriter(sink, neverIdle);
    writer.show('above below', undefined, 'below');
    sink.finish();
    writer.invalidate();
    sink.finish();
    expect(sink.writes).toEqual(['\x1bcbelow', '\x1bcabove below']);
  });

  it('does nothing after disposal, even when a pending write finishes', () => {
    const sink = new SlowSink();
    const writer = new TerminalWriter(sink, neverIdle);
    let called = false;
    writer.show('a', () => (called = true));
    writer.dispose();
    sink.finish();
    writer.show('b');
    expect(sink.writes).toEqual(['\x1bca']);
    expect(called).toBe(false);
  });

  it('ends with the screen of a new terminal, whatever was shown before', async () => {
    const request = fc.oneof(
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
      fc.asyncProperty(fc.array(request, { minLength: 1, maxLength: 12 }), async (requests) => {
        const terminal = createHeadlessTerminal(30);
        const writer = new TerminalWriter(terminal, neverIdle);
        let last = '';
        for (const each of requests) {
          if ('cols' in each) {
            terminal.resize(each.cols, 24);
            writer.invalidate();
          } else {
            last = each.show.join('');
            writer.show(last);
          }
        }
        await new Promise<void>((resolve) => writer.show(last, resolve));
        const newTerminal = createHeadlessTerminal(terminal.cols);
        await writeChunks(newTerminal, [last]);
        const cursor = ({ buffer: { active } }: typeof newTerminal): unknown => [active.baseY, active.cursorX, active.cursorY];
        expect([bufferCells(terminal), cursor(terminal)]).toEqual([bufferCells(newTerminal), cursor(newTerminal)]);
      }),
      { numRuns: 150 },
    );
  });
});
