interface Standby {
  readonly className: string;
  readonly 'aria-hidden'?: 'true';
}

/** What an element of this class takes while it waits for its cue: laid out, but for nobody to see, read, find or reach. It has to be a mere box, without a face of its own. */
export function standby(className: string, waits: boolean): Standby {
  return waits ? { className: `${className} standby`, 'aria-hidden': 'true' } : { className };
}
