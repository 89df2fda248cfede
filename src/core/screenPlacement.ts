/** A screen as the Window Management API describes it, in CSS pixels of the desktop. */
export interface ScreenInfo {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** The part without the system's bars. */
  readonly availLeft: number;
  readonly availTop: number;
  readonly availWidth: number;
  readonly availHeight: number;
  readonly isPrimary: boolean;
  /** Whether it is part of the computer, as that of a laptop. */
  readonly isInternal: boolean;
  readonly label: string;
}

export interface Placement<S extends ScreenInfo = ScreenInfo> {
  readonly stage: S;
  readonly speaker: S;
}

/**
 * Returns which screen gets the stage and which the speaker window; undefined if there are not two different ones. The speaker has the
 * laptop's screen, else the primary one. The stage has an external one: that where it stands, else the first that is not primary.
 * Pure. ADR 058
 */
export function placeWindows<S extends ScreenInfo>(screens: readonly S[], current: S | undefined): Placement<S> | undefined {
  // Screens that show the same part of the desktop mirror each other.
  const separate = screens.filter((screen, index) => screens.findIndex((other) => isSamePlace(screen, other)) === index);
  const internal = separate.filter(({ isInternal }) => isInternal);
  const own = internal.length > 0 ? internal : separate;
  const speaker = own.find(({ isPrimary }) => isPrimary) ?? own[0];
  const others = separate.filter((screen) => screen !== speaker);
  const external = others.filter(({ isInternal }) => !isInternal);
  const candidates = external.length > 0 ? external : others;
  const here = candidates.find((screen) => current && isSamePlace(screen, current));
  const stage = here ?? candidates.find(({ isPrimary }) => !isPrimary) ?? candidates[0];
  return speaker && stage && { stage, speaker };
}

function isSamePlace(a: ScreenInfo, b: ScreenInfo): boolean {
  return a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height;
}

/** Returns the features of `window.open()` for a window that fills a screen. */
export function windowFeatures({ availLeft, availTop, availWidth, availHeight }: ScreenInfo): string {
  return `popup,left=${availLeft},top=${availTop},width=${availWidth},height=${availHeight}`;
}

/** Returns what to call a screen in a message: its name and size. */
export function screenName({ label, isInternal, width, height }: ScreenInfo): string {
  return `${label ? `“${label}”` : isInternal ? 'this computer’s own' : 'the other one'} (${width} × ${height})`;
}
