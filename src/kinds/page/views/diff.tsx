import type { ReactElement } from 'react';
import type { PartProps } from '../PageContext';
import { CodeLines, type CodeFields } from '../CodeLines';

export default function DiffView({ part, root }: PartProps<CodeFields & { readonly signs: readonly string[] }>): ReactElement {
  return <CodeLines root={root('part-source part-source--diff')} fields={part} signs={part.signs} />;
}
