import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { ExplorerSection } from './ExplorerSection';
import { computeCodeChallenge } from './browserCodecs';
import { useAsyncValue } from './useAsyncValue';

interface PkceExplorerProps {
  readonly verifier: string;
  /** The challenge that was sent. */
  readonly challenge: string;
}

/** Computes the code_challenge of an editable code_verifier and compares it with the one that was sent (RFC 7636). */
export function PkceExplorer({ verifier, challenge }: PkceExplorerProps): ReactElement {
  const [text, setText] = useState(verifier);
  const computedChallenge = useAsyncValue(text, computeCodeChallenge);
  const id = useId();
  const canCompute = computedChallenge !== undefined;
  const shown = canCompute ? computedChallenge : challenge;
  const highlightDifferences = (computed: string): ReactNode[] =>
    Array.from(computed, (character, at) =>
      character === challenge[at] ? (
        character
      ) : (
        <b key={at} className="differs">
          {character}
        </b>
      ),
    );
  return (
    <ExplorerSection
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
        <dd>{shown === null ? '…' : highlightDifferences(shown)}</dd>
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
        <p className="explore__buttons">
          <button type="button" className="copy" onClick={() => setText(text.slice(0, -1) + (text.endsWith('l') ? 'k' : 'l'))}>
            Change one character
          </button>
          <button type="button" className="copy" disabled={text === verifier} onClick={() => setText(verifier)}>
            Put it back
          </button>
        </p>
      )}
    </ExplorerSection>
  );
}
