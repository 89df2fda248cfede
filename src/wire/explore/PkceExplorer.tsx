import { useId, useState, type ReactElement } from 'react';
import { Frame } from './ExplorerSection';
import { challengeOf } from './browserCodecs';
import { useComputed } from './useAsyncValue';

interface PkceProps {
  readonly verifier: string;
  /** The challenge that was sent for it. */
  readonly challenge: string;
}

/** From verifier to challenge: change a character, and what was sent no longer fits. */
export function Pkce({ verifier, challenge }: PkceProps): ReactElement {
  const [text, setText] = useState(verifier);
  const made = useComputed(text, challengeOf);
  const id = useId();
  const canCompute = made !== undefined;
  const shown = canCompute ? made : challenge;
  return (
    <Frame
      title="PKCE: does the verifier fit the challenge?"
      source={
        canCompute
          ? 'computed here, by Web Crypto'
          : 'This page is not on https, so the browser offers no Web Crypto: values worked out beforehand.'
      }
    >
      <dl className="steps">
        <dt>
          <label htmlFor={id}>code_verifier, kept by the agent</label>
        </dt>
        <dd>
          {canCompute ? (
            <input
              id={id}
              data-own-field=""
              value={text}
              spellCheck={false}
              autoComplete="off"
              autoCapitalize="off"
              onChange={({ target }) => setText(target.value)}
            />
          ) : (
            <output id={id}>{verifier}</output>
          )}
        </dd>
        <dt>SHA-256, then base64url</dt>
        <dd>{shown === null ? '…' : <Compared text={shown} to={challenge} />}</dd>
        <dt>code_challenge, sent with the first request</dt>
        <dd>{challenge}</dd>
      </dl>
      <p className="verdict" role="status" data-tone={shown === null ? undefined : shown === challenge ? 'ok' : 'error'}>
        {shown === null
          ? '…'
          : shown === challenge
            ? '✓ They are equal: the code may be exchanged.'
            : '✗ They differ: the code is worthless.'}
      </p>
      {canCompute && (
        <p className="explore__moves">
          <button type="button" className="copy" onClick={() => setText(withOneChanged(text))}>
            Change one character
          </button>
          <button type="button" className="copy" disabled={text === verifier} onClick={() => setText(verifier)}>
            Put it back
          </button>
        </p>
      )}
    </Frame>
  );
}

/** The text with its last character another one. */
function withOneChanged(text: string): string {
  return `${text.slice(0, -1)}${text.endsWith('l') ? 'k' : 'l'}`;
}

/** A text in which every character that differs from another text stands out. */
function Compared({ text, to }: { readonly text: string; readonly to: string }): ReactElement {
  return (
    <>
      {Array.from(text, (sign, at) =>
        sign === to[at] ? (
          sign
        ) : (
          <b key={at} className="differs">
            {sign}
          </b>
        ),
      )}
    </>
  );
}
