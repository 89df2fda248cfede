import type { CSSProperties } from 'react';
import { textWidth } from '../../core/terminal/width';
import './logo.css';

/** The tile with a site's emoji, letter or few letters. Decoration: the site's name stands beside it. */
export function Logo({ sign }: { readonly sign: string }) {
  const cells = textWidth(sign);
  const small = cells > 2 ? { style: { '--cells': cells } as CSSProperties } : {};
  return (
    <span className="logo" aria-hidden="true" {...small}>
      {sign}
    </span>
  );
}
