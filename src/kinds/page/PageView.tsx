import { useRef, type CSSProperties, type ReactElement } from 'react';
import { partViews } from 'virtual:part-views';
import type { ViewProps } from '../kind';
import { PageContainer } from '../parts/PageContainer';
import { ScrollContainer } from '../parts/ScrollContainer';
import { PageProvider } from './PageProvider';
import { Parts } from './Parts';
import { Pointer } from './Pointer';
import { ScrollPosition } from './ScrollPosition';
import type { PageScene } from './scene';
import type { PartReference } from './schema/part';
import './page.css';
import './layout.css';
import './parts.css';

/** Parts that stand over the page. */
const OVERLAYS: readonly string[] = ['dialog', 'toast'];

/** A page made of parts, at one of its steps. */
export function PageView({ scene, step: index, phase, onNext }: ViewProps<PageScene>): ReactElement | null {
  const step = scene.steps[index];
  const content = useRef<HTMLDivElement>(null);
  const isSettled = phase === 'settled';
  if (!step) return null;
  const { look, parts } = scene;
  const skin = look.skin === undefined ? '' : ` page-skin ${look.skin}`;
  const isOverlay = ({ part }: PartReference): boolean => OVERLAYS.includes(parts[part]!.type);
  const isBar = ({ part }: PartReference): boolean => parts[part]!.type === 'nav' && parts[part]!['side'] !== true;
  const overlays = step.root.filter(isOverlay);
  const isCovered = overlays.some(({ part }) => parts[part]!.type === 'dialog' && parts[part]!['open'] !== false);
  const style = {
    '--page-accent': look.accent,
    '--page-on-accent': look.onAccent,
    '--page-accent-text': look.accentText,
    ...(look.brand !== undefined && { '--page-brand': look.brand, '--page-on-brand': look.onBrand }),
  };
  return (
    <PageProvider scene={scene} step={step} phase={phase} onNext={onNext} views={partViews}>
      <div
        className={`page-frame${isSettled ? '' : ' page-frame--moving'}`}
        data-page-theme={look.theme}
        data-density={look.density}
        style={style as CSSProperties}
      >
        {/* What a dialog covers is not there to be read or used. */}
        <div className="page-behind" inert={isCovered}>
          <ScrollContainer>
            <PageContainer className={`parts-page parts-page--${look.width}${skin}`}>
              <Parts of={step.root.filter(isBar)} />
              <div className="parts-page__content" ref={content}>
                <Parts of={step.root.filter((each) => !isBar(each) && !isOverlay(each))} />
              </div>
            </PageContainer>
          </ScrollContainer>
        </div>
        {overlays.length > 0 && (
          <div className="page-overlays">
            <Parts of={overlays} />
          </div>
        )}
        {/* Looking for the part takes a layout, which pages that never scroll do without. */}
        {scene.steps.some(({ scroll }) => scroll !== undefined) && (
          <ScrollPosition content={content} target={step.scroll} step={index} isSettled={isSettled} />
        )}
        {/* After the scroll position, since it measures where its part is. */}
        {step.pointer !== undefined && <Pointer target={step.pointer} step={index} isMoving={!isSettled} />}
      </div>
    </PageProvider>
  );
}
