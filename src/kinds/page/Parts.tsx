import { createElement, memo, use, type ReactElement } from 'react';
import type { InlineText as InlineTextValue } from '../../core/inlineText';
import { InlineText } from '../parts/InlineText';
import { PageContext, StepContext, type PageState, type PageStep, type PartRoot } from './PageContext';
import type { PartReference } from './schema/part';

/** Returns the page that is being rendered. @throws outside of a page */
export function usePage(): PageState {
  const page = use(PageContext);
  if (!page) throw new Error('A part is rendered outside of a page.');
  return page;
}

/** Returns the step that is being rendered. A component that calls it is rendered again at each step. @throws outside of a page */
export function usePageStep(): PageStep {
  const step = use(StepContext);
  if (!step) throw new Error('A part is rendered outside of a page.');
  return step;
}

/** Parts in order. */
export function Parts({ of: list = [] }: { readonly of?: readonly PartReference[] | undefined }): ReactElement {
  const { scene } = usePage();
  const step = usePageStep();
  return (
    <>
      {list.map(({ part }) => {
        const { key } = scene.parts[part]!;
        return <Part key={key} number={part} movement={movementOf(key, step)} />;
      })}
    </>
  );
}

/** Returns the class that shows what changed: empty once the step has settled. */
function movementOf(key: string, { step, phase }: PageStep): string {
  if (phase === 'settled') return '';
  if (step.added?.includes(key)) return ' part--enter';
  return step.changed?.includes(key) ? ' part--changed' : '';
}

interface PartElementProps {
  /** The part's number in the scene. Another version of the part has another number. */
  readonly number: number;
  readonly movement: string;
}

/** A part. Its number stays the same if the part and those inside it do, so such a part is not rendered again. */
const Part = memo(({ number, movement }: PartElementProps): ReactElement | null => {
  const { scene, views } = usePage();
  const part = scene.parts[number]!;
  const View = views[part.type];
  if (!View) return null;
  const root = (className: string): PartRoot => ({ className: `part ${className}${movement}`, 'data-key': part.key, 'data-id': part.id });
  return <View part={part as never} root={root} />;
});

/** Words, or a part: the inside of a table's cell and of a list's entry. */
export function Cell({ value }: { readonly value: InlineTextValue | PartReference }): ReactElement {
  return 'part' in value ? <Parts of={[value]} /> : <InlineText text={value} />;
}

/** An icon by its name, or an emoji or letters as they are. Hidden from assistive technology: words stand beside it. */
export function Icon({ name }: { readonly name: string | undefined }): ReactElement | null {
  const { scene } = usePage();
  if (name === undefined) return null;
  const shapes = scene.icons[name];
  if (shapes === undefined)
    return (
      <span className="part-icon part-icon--sign" aria-hidden="true">
        {name}
      </span>
    );
  return (
    <svg className="part-icon" viewBox="0 0 24 24" aria-hidden="true">
      {shapes.map(([element, attributes], index) => createElement(element, { key: index, ...attributes }))}
    </svg>
  );
}

/** Words with a part's markup; nothing if there are none. */
export function Words({
  text,
  className,
  as: Element = 'p',
}: {
  readonly text: InlineTextValue | undefined;
  readonly className: string;
  readonly as?: 'p' | 'span' | 'h3';
}): ReactElement | null {
  if (text === undefined) return null;
  return (
    <Element className={className} dir="auto">
      <InlineText text={text} />
    </Element>
  );
}
