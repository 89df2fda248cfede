import { createContext, type ComponentType } from 'react';
import type { Position } from '../../core/position';
import type { CompiledPart, CompiledStep, PageScene } from './scene';

/** A step of a page while it is rendered. */
export interface PageState {
  readonly scene: PageScene;
  readonly step: CompiledStep;
  readonly phase: Position['phase'];
  readonly onNext: () => void;
  /** The views of parts by their type. */
  readonly views: Readonly<Record<string, PartView>>;
}

export const PageContext = createContext<PageState | undefined>(undefined);

/** Props of a part's root element. */
export interface PartRoot {
  readonly className: string;
  readonly 'data-key': string;
  readonly 'data-id': string | undefined;
}

export interface PartProps<Part extends object = CompiledPart> {
  readonly part: Part & Pick<CompiledPart, 'key' | 'id'>;
  /** Returns the props of the part's root element: its class with those that show what changed. */
  readonly root: (className: string) => PartRoot;
}

/** Draws a part of one type. Without state and timers, as the views of kinds. */
export type PartView = ComponentType<PartProps<never>>;
