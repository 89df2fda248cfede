import type { CSSProperties, ReactElement } from 'react';
import { splitGraphemes } from '../../core/terminal/width';
import { Icon } from './Parts';
import './avatar.css';

/** A person or a bot: an icon or initials, on a colour that follows from the name. */
export function Avatar({ name, icon }: { readonly name: string; readonly icon?: string | undefined }): ReactElement {
  return (
    <span className="part-avatar" style={{ '--hue': hueOf(name) } as CSSProperties} aria-hidden="true">
      {icon === undefined ? initialsOf(name) : <Icon name={icon} />}
    </span>
  );
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter(Boolean);
  const [first = '', last = ''] = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return [first, last].map((word) => splitGraphemes(word)[0] ?? '').join('');
}

/** Returns a hue from 0 to 359 degrees, always the same for a name. */
function hueOf(name: string): number {
  let hash = 0;
  for (const character of name) hash = (hash * 31 + character.codePointAt(0)!) >>> 0;
  return hash % 360;
}
