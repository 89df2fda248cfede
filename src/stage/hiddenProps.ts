interface HiddenProps {
  readonly className: string;
  readonly 'aria-hidden'?: 'true';
}

/** Returns the props of an element that may be mounted but hidden (ADR 009). It must have no background or border of its own. */
export function hiddenProps(className: string, isHidden: boolean): HiddenProps {
  return isHidden ? { className: `${className} premounted`, 'aria-hidden': 'true' } : { className };
}

/** Returns the props of an element that a window is in front of: its controls do nothing, and its text need not be readable. */
export function coveredProps(isCovered: boolean): { readonly inert?: boolean; readonly 'data-covered'?: '' } {
  return isCovered ? { inert: true, 'data-covered': '' } : {};
}
