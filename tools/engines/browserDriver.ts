/** The browser functions that {@link inspectPage} uses. */
export interface BrowserDriver {
  /** The browser's name and version. */
  readonly name: string;
  /** Sets the viewport's size in CSS pixels. */
  readonly resize: (width: number, height: number) => Promise<void>;
  readonly open: (address: string) => Promise<void>;
  /** Returns the value of a JavaScript expression in the page, which must be JSON. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** Presses a key: a character, or one of {@link WEBDRIVER_KEYS}. */
  readonly press: (key: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Code points of keys without a character: https://www.w3.org/TR/webdriver2/#keyboard-actions. */
export const WEBDRIVER_KEYS = { ArrowRight: '\uE014', ArrowLeft: '\uE012', Escape: '\uE00C' } as const;
