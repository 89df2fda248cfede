/** Defines `<understudy-demo>`, with its types in JSX for React 19. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { Attributes } from '../element/attributes';
import type { UnderstudyDemo } from '../element/define';
import type { UnderstudyDemoEventMap } from '../element/events';

export { UnderstudyDemo } from '../element/define';
export type { UnderstudyDemoEventMap } from '../element/events';

/** `onready`, `onstopchange` and so on: React listens for what stands after `on`. */
type Listeners = { readonly [K in keyof UnderstudyDemoEventMap as `on${K}`]?: (event: UnderstudyDemoEventMap[K]) => void };

/** What attributes may say and properties do not return. */
interface AttributeTexts {
  /** A server writes nothing for `false`, so `off` is what it takes there. @default true */
  readonly controls?: boolean | 'off';
  /** The stop to begin at: `scene/step`, or a number counted from 0. */
  readonly stop?: string | number;
}

export type UnderstudyDemoProps = DetailedHTMLProps<HTMLAttributes<UnderstudyDemo>, UnderstudyDemo> &
  Omit<Partial<Attributes>, keyof AttributeTexts> &
  AttributeTexts &
  Listeners;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'understudy-demo': UnderstudyDemoProps;
    }
  }
}
