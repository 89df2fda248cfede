import type { CSSProperties } from 'react';
import type { PointingScreen } from '../core/pointing';

/** Returns the styles with which the stage has as many units as `screen`, in both directions. */
export function layoutLike({ width, height, textScale, terminal }: PointingScreen): {
  readonly box: CSSProperties;
  readonly root: CSSProperties;
} {
  const font = terminal && { '--terminal-font': terminal.font, '--terminal-row': terminal.row };
  const root = { '--u-designed': `calc(100cqw / ${width})`, '--text-scale': textScale, ...font };
  return { box: { aspectRatio: `${width} / ${height}` }, root: root as CSSProperties };
}
