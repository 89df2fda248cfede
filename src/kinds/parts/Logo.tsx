import type { CSSProperties } from 'react';
import { textWidth } from '../../core/terminal/width';
import './logo.css';

/** The tile with a site's emoji or letters. Hidden from assistive technology: the site's name is beside it. */
export function Logo({ text }: { readonly text: string }) {
  const cells = textWidth(text);
  const smallStyle = cells > 2 ? { style: { '--cells': cells } as CSSProperties } : {};
  return (
    <span className="logo" aria-hidden="true" {...smallStyle}>
      {text}
    </span>
  );
}
