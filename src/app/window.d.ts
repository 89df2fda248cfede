/** What `boot.ts` hands to the page's other scripts. */
interface UnderstudyBoot {
  /** Tells that the page has started. Returns the keys pressed so far; from now on they are the caller's. */
  takeEarlyKeys(): KeyboardEvent[];
  /** Shows the first stop as served, and below it that the page could not start and why. The next key loads the page again. */
  fail(reason: unknown): void;
}

interface Window {
  understudyBoot?: UnderstudyBoot;
}
