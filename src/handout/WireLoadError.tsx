import type { ReactElement } from 'react';
import type { HandoutWireProps } from '../wire/HandoutWire';

/** Replaces messages that could not be loaded. Shown once per handout. */
export function WireLoadError({ showsLegend }: HandoutWireProps): ReactElement | null {
  if (!showsLegend) return null;
  return (
    <div className="handout__section handout__wire" lang="en" role="alert">
      <p>
        <b>The messages “On the wire” could not be loaded, so this handout is without them. Reload to try again.</b>
      </p>
    </div>
  );
}
