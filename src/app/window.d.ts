/** Set by `boot.ts`. */
interface UnderstudyBoot {
  /** Ends the boot script's work and returns the keys pressed so far. Call it when the page has started. */
  takeEarlyKeys(): KeyboardEvent[];
  /** Shows why the page could not start, below the prerendered first stop. The next key reloads the page. */
  fail(reason: unknown): void;
}

interface Window {
  understudyBoot?: UnderstudyBoot;
}
