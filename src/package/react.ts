/** Defines `<understudy-demo>`, with its types in JSX for React 19. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { Attributes } from '../element/attributes';
import type { UnderstudyDemo } from '../element/define';
import type { UnderstudyDemoEventMap } from '../element/events';

export { UnderstudyDemo } from '../element/define';
export type { UnderstudyDemoEventMap } from '../element/events';

/** `onready`, `onstopchange` and so on: React listens for what stands after `on`. */
type Listeners = { readonly [K in keyof UnderstudyDemoEventMap as `on${K}`]?: (event: UnderstudyDemoEventMap[K]) => void };

export type UnderstudyDemoProps = DetailedHTMLProps<HTMLAttributes<UnderstudyDemo>, UnderstudyDemo> & Partial<Attributes> & Listeners;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'understudy-demo': UnderstudyDemoProps;
    }
  }
}
