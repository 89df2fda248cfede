import type { ReactElement } from 'react';
import type { HighlightedCode } from '../../core/story';
import { formatXml } from './formatXml';
import { CodeLines } from '../CodeLines';
import { ExplorerSection } from './ExplorerSection';
import { inflateBase64 } from './browserCodecs';
import { useAsyncValue } from './useAsyncValue';

interface SamlExplorerProps {
  readonly request: string;
  /** What the build found in it, laid out and coloured. */
  readonly xml: HighlightedCode;
}

/** A SAML request inflated to the XML it is. */
export function SamlExplorer({ request, xml }: SamlExplorerProps): ReactElement {
  const text = useAsyncValue(request, inflateBase64);
  const isComputed = typeof text === 'string';
  // The build coloured what it found; anything else is shown plain.
  const builtText = xml.lines.map((line) => line.map(([part]) => part).join('')).join('\n');
  const code: HighlightedCode =
    isComputed && formatXml(text) !== builtText
      ? {
          lines: formatXml(text)
            .split('\n')
            .map((line) => [[line, 'text']]),
        }
      : xml;
  return (
    <ExplorerSection
      title="The SAML request, inflated"
      source={text === undefined ? 'This browser cannot inflate: worked out beforehand.' : 'inflated here, in your browser'}
    >
      <p>
        {request.length} characters of base64{isComputed && `, ${text.length} of XML`}: compressed and encoded, not encrypted.
      </p>
      <CodeLines code={code} />
    </ExplorerSection>
  );
}
