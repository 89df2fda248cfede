/** What a page still has to do: timers that have not run and were not cleared, and open sockets. */
export interface Pending {
  readonly timers: number;
  readonly intervals: number;
  readonly frames: number;
  readonly sockets: number;
}

/** Counts timers, animation frames and sockets of the page from now on, in `window.pending()`. For `page.addInitScript()`. */
export function countTimers(): void {
  const live = { timers: new Set<number>(), intervals: new Set<number>(), frames: new Set<number>(), sockets: new Set<WebSocket>() };
  const { setTimeout: start, clearTimeout: stop, setInterval: repeat, clearInterval: end } = window;
  const { requestAnimationFrame: request, cancelAnimationFrame: cancel, WebSocket: Socket } = window;
  const call = (handler: TimerHandler, values: readonly unknown[]): void => {
    if (typeof handler === 'function') handler(...values);
  };
  const clear = (id: number | undefined): void => {
    live.timers.delete(id!);
    live.intervals.delete(id!);
  };
  Object.assign(window, {
    setTimeout(handler: TimerHandler, ms?: number, ...values: unknown[]) {
      const id = start(() => {
        live.timers.delete(id);
        call(handler, values);
      }, ms);
      live.timers.add(id);
      return id;
    },
    setInterval(handler: TimerHandler, ms?: number, ...values: unknown[]) {
      const id = repeat(() => call(handler, values), ms);
      live.intervals.add(id);
      return id;
    },
    clearTimeout: (id?: number) => (clear(id), stop(id)),
    clearInterval: (id?: number) => (clear(id), end(id)),
    requestAnimationFrame(callback: FrameRequestCallback) {
      const id = request((time) => {
        live.frames.delete(id);
        callback(time);
      });
      live.frames.add(id);
      return id;
    },
    cancelAnimationFrame: (id: number) => (live.frames.delete(id), cancel(id)),
    WebSocket: class extends Socket {
      constructor(...values: ConstructorParameters<typeof WebSocket>) {
        super(...values);
        live.sockets.add(this);
        this.addEventListener('close', () => live.sockets.delete(this));
      }
    },
    pending: () => Object.fromEntries(Object.entries(live).map(([name, set]) => [name, set.size])),
  });
}
