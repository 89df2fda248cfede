/** What `boot.ts` hands to the player. */
interface UnderstudyBoot {
  /** The keys pressed so far; from now on they are the player's. */
  takeKeys(): KeyboardEvent[];
}

interface Window {
  understudyBoot?: UnderstudyBoot;
}
