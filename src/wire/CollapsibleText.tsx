import { useState, type ReactElement } from 'react';

/** A word longer than this, in characters, is shortened until somebody wants all of it. */
const LONGEST = 120;
const LONG_WORD = new RegExp(`(\\S{${LONGEST + 1},})`, 'u');

interface LongTextProps {
  readonly text: string;
  /** Words in it that are secrets. */
  readonly secrets?: readonly string[] | undefined;
}

/** A value as it stands on the wire: secrets marked as what they are, words that would fill the screen shortened. */
export function LongText({ text, secrets = [] }: LongTextProps): ReactElement {
  const secret = secrets.find((each) => text.includes(each));
  if (secret === undefined) return <Words text={text} />;
  const at = text.indexOf(secret);
  return (
    <>
      {text.slice(0, at)}
      <mark className="secret">
        <Words text={secret} />
      </mark>{' '}
      <em className="secret__tag">demo value</em>
      {text.slice(at + secret.length)}
    </>
  );
}

/** Every other part of the text is a long word. */
function Words({ text }: { readonly text: string }): ReactElement {
  return <>{text.split(LONG_WORD).map((part, index) => (index % 2 === 0 ? part : <LongWord key={index} word={part} />))}</>;
}

function LongWord({ word }: { readonly word: string }): ReactElement {
  const [all, setAll] = useState(false);
  return (
    <>
      {all ? word : `${word.slice(0, 32)}…${word.slice(-8)}`}{' '}
      <button type="button" className="more" aria-expanded={all} onClick={() => setAll(!all)}>
        {all ? 'less' : `all ${word.length} characters`}
      </button>
    </>
  );
}
