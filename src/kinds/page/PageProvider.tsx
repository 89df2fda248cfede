import { useMemo, type ReactElement, type ReactNode } from 'react';
import { PageContext, StepContext, type PageState, type PageStep } from './PageContext';

type PageProviderProps = PageState & PageStep & { readonly children: ReactNode };

/** Gives parts their page and its step. Both are the same objects until something of them changes. */
export function PageProvider({ scene, onNext, views, step, phase, children }: PageProviderProps): ReactElement {
  const page = useMemo(() => ({ scene, onNext, views }), [scene, onNext, views]);
  const at = useMemo(() => ({ step, phase }), [step, phase]);
  return (
    <PageContext value={page}>
      <StepContext value={at}>{children}</StepContext>
    </PageContext>
  );
}
