import type { ReactElement } from 'react';
import { codeLines } from '../../core/codeLines';
import type { HighlightedCode } from '../../core/story';
import { formatXml } from './formatXml';
import { CodeLines } from '../CodeLines';
import { ExplorerSection } from './ExplorerSection';
import { inflateBase64 } from './browserCodecs';
import { useAsyncValue } from './useAsyncValue';

interface SamlExplorerProps {
  readonly request: string;
  /** The XML as the build formatted and highlighted it. */
  readonly xml: HighlightedCode;
}

/** The XML of a deflated SAML request, inflated in the browser if it can. */
export function SamlExplorer({ request, xml }: SamlExplorerProps): ReactElement {
  const text = useAsyncValue(request, inflateBase64);
  const isComputed = typeof text === 'string';
  const lines = isComputed ? formatXml(text).split('\n') : [];
  // Other XML than the build's, for example with variables filled in, is shown without highlighting.
  const usesBuiltXml = !isComputed || lines.join('\n') === codeLines(xml).join('\n');
  const code: HighlightedCode = usesBuiltXml ? xml : { lines: lines.map((line) => [[line, 'text']]) };
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
