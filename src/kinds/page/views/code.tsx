import type { ReactElement } from 'react';
import type { PartProps } from '../PageContext';
import { CodeLines, type CodeFields } from '../CodeLines';

export default function CodePartView({ part, root }: PartProps<CodeFields & { readonly numbers?: boolean | undefined }>): ReactElement {
  return <CodeLines root={root('part-source')} fields={part} numbered={part.numbers ?? false} />;
}
