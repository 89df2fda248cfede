import { useState, type ReactElement, type ReactNode } from 'react';

/** Longer words, in characters, are shortened until the user expands them. */
const MAX_WORD_LENGTH = 120;
const LONG_WORD_PATTERN = new RegExp(`(\\S{${MAX_WORD_LENGTH + 1},})`, 'u');

interface CollapsibleTextProps {
  readonly text: string;
  /** Secret values in the text. */
  readonly secrets?: readonly string[] | undefined;
}

/** A value with its secret marked as a demo value and long words shortened. */
export function CollapsibleText({ text, secrets = [] }: CollapsibleTextProps): ReactElement {
  const secret = secrets.find((each) => text.includes(each));
  if (secret === undefined) return <>{collapseWords(text)}</>;
  const at = text.indexOf(secret);
  return (
    <>
      {text.slice(0, at)}
      <mark className="secret">{collapseWords(secret)}</mark> <em className="secret__tag">demo value</em>
      {text.slice(at + secret.length)}
    </>
  );
}

/** Returns `text` with each long word as an element. */
function collapseWords(text: string): ReactNode[] {
  // Every second part is a long word.
  return text.split(LONG_WORD_PATTERN).map((part, index) => (index % 2 === 0 ? part : <CollapsibleWord key={index} word={part} />));
}

function CollapsibleWord({ word }: { readonly word: string }): ReactElement {
  const [isExpanded, setIsExpanded] = useState(false);
  return (
    <>
      {isExpanded ? word : `${word.slice(0, 32)}…${word.slice(-8)}`}{' '}
      <button type="button" className="more" aria-expanded={isExpanded} onClick={() => setIsExpanded(!isExpanded)}>
        {isExpanded ? 'less' : `all ${word.length} characters`}
      </button>
    </>
  );
}
