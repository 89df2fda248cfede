/** A browser of another make, as far as the walk needs one. */
export interface BrowserDriver {
  /** With its version. */
  readonly name: string;
  readonly resize: (width: number, height: number) => Promise<void>;
  readonly open: (address: string) => Promise<void>;
  /** The value of a JavaScript expression in the page; it must be JSON. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** Presses a key as a hand does. `key`: a sign, or its code point in WebDriver's table (https://www.w3.org/TR/webdriver2/#keyboard-actions). */
  readonly press: (key: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Keys that are no signs, as WebDriver writes them. */
export const WEBDRIVER_KEYS = { ArrowRight: '\uE014', ArrowLeft: '\uE012', Escape: '\uE00C' } as const;
