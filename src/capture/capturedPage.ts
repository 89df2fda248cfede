/** A node of a page as it was captured: a text or an element. */
export type CapturedNode = string | CapturedElement;

/** An element with what only the running page knows: values, scroll positions, shadow roots, the rules of its styles. */
export interface CapturedElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly CapturedNode[];
  /** The content of its shadow root. */
  readonly shadow?: readonly CapturedNode[];
  /** Of a `style` element: its rules. */
  readonly css?: CapturedStyles;
}

interface CapturedStyles {
  /** The rules; undefined of a sheet from another origin, which scripts of the page cannot read. */
  readonly text?: string;
  /** Address of the sheet, to which its own addresses are relative. */
  readonly base: string;
}

/** A page at one moment. */
export interface CapturedPage {
  readonly title: string;
  readonly address: string;
  /** What addresses in the page are relative to. */
  readonly base: string;
  readonly scroll: readonly [x: number, y: number];
  readonly root: CapturedElement;
}

/** Begins the `src` of a picture that is still to be taken from the screen; the number of the picture follows. */
export const SCREEN_PICTURE = 'screen-picture:';

/** The element that shows the keys to the author. It is never captured. */
export const HINT_ELEMENT = 'understudy-capture-hint';

/** Begins the names of attributes that keep what markup cannot say, such as `data-capture-hover`. */
export const STATE_ATTRIBUTE = 'data-capture-';
