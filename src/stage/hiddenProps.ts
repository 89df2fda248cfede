interface HiddenProps {
  readonly className: string;
  readonly 'aria-hidden'?: 'true';
}

/** Returns the props of an element that may be mounted but hidden (ADR 009). It must have no background or border of its own. */
export function hiddenProps(className: string, isHidden: boolean): HiddenProps {
  return isHidden ? { className: `${className} premounted`, 'aria-hidden': 'true' } : { className };
}
