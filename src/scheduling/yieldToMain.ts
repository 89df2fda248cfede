/** Resolves in a new task, after the browser had a chance to handle input and to paint. */
export function yieldToMain(): Promise<void> {
  return 'scheduler' in window && 'yield' in scheduler ? scheduler.yield() : new Promise((resolve) => setTimeout(resolve));
}
