import { useState, type ReactElement } from 'react';

/** Longer than this, in characters, a word is shortened until somebody wants all of it. */
const LONGEST = 120;

interface LongTextProps {
  readonly text: string;
  /** Words in it that are secrets. */
  readonly secrets?: readonly string[] | undefined;
}

/** A value as it stands on the wire: secrets marked as what they are, words that would fill the screen shortened. */
export function LongText({ text, secrets = [] }: LongTextProps): ReactElement {
  const secret = secrets.find((each) => text.includes(each));
  if (secret === undefined) return <Shortened text={text} />;
  const at = text.indexOf(secret);
  return (
    <>
      {text.slice(0, at)}
      <mark className="secret">
        <Shortened text={secret} />
      </mark>{' '}
      <em className="secret__tag">demo value</em>
      {text.slice(at + secret.length)}
    </>
  );
}

function Shortened({ text }: { readonly text: string }): ReactElement {
  const [all, setAll] = useState(false);
  if (text.length <= LONGEST) return <>{text}</>;
  return (
    <>
      {all ? text : `${text.slice(0, 32)}…${text.slice(-8)}`}{' '}
      <button type="button" className="more" aria-expanded={all} onClick={() => setAll(!all)}>
        {all ? 'less' : `all ${text.length} characters`}
      </button>
    </>
  );
}
