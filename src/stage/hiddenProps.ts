interface HiddenProps {
  readonly className: string;
  readonly 'aria-hidden'?: 'true';
}

/** What an element of this class takes while it waits for its cue: laid out, but for nobody to see, read, find or reach. It has to be a mere box, without a face of its own. */
export function hiddenProps(className: string, isHidden: boolean): HiddenProps {
  return isHidden ? { className: `${className} premounted`, 'aria-hidden': 'true' } : { className };
}
