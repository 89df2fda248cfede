/** Set by `boot.ts`. */
interface UnderstudyBoot {
  /** Removes the boot script's listener, timer and message. Returns the keys pressed so far. Call it when the page has started. */
  takeEarlyKeys(): KeyboardEvent[];
  /** Shows why the page could not start, below the prerendered first stop. The next key reloads the page if its files load. */
  fail(reason: unknown): void;
}

interface Window {
  understudyBoot?: UnderstudyBoot;
}
