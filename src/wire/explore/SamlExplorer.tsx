import type { ReactElement } from 'react';
import type { Code } from '../../core/story';
import { formatXml } from './formatXml';
import { CodeLines } from '../CodeLines';
import { Frame } from './ExplorerSection';
import { inflated } from './browserCodecs';
import { useComputed } from './useAsyncValue';

interface SamlProps {
  readonly request: string;
  /** What the build found in it, laid out and coloured. */
  readonly xml: Code;
}

/** A SAML request inflated to the XML it is. */
export function Saml({ request, xml }: SamlProps): ReactElement {
  const text = useComputed(request, inflated);
  const live = typeof text === 'string';
  // The build coloured what it found; anything else is shown plain.
  const known = xml.lines.map((line) => line.map(([part]) => part).join('')).join('\n');
  const code: Code =
    live && formatXml(text) !== known
      ? {
          lines: formatXml(text)
            .split('\n')
            .map((line) => [[line, 'text']]),
        }
      : xml;
  return (
    <Frame
      title="The SAML request, inflated"
      source={text === undefined ? 'This browser cannot inflate: worked out beforehand.' : 'inflated here, in your browser'}
    >
      <p>
        {request.length} characters of base64{live && `, ${text.length} of XML`}: compressed and encoded, not encrypted.
      </p>
      <CodeLines code={code} />
    </Frame>
  );
}
