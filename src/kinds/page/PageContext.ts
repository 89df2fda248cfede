import { createContext, type ComponentType } from 'react';
import type { Position } from '../../core/position';
import type { CompiledPart, CompiledStep, PageScene } from './scene';

/** A page while it is rendered: what is the same at all its steps. */
export interface PageState {
  readonly scene: PageScene;
  readonly onNext: () => void;
  /** The views of parts by their type. */
  readonly views: Readonly<Record<string, PartView>>;
}

export const PageContext = createContext<PageState | undefined>(undefined);

/** The step of the page. A context of its own, so that a step renders only what depends on it, and not every part. */
export interface PageStep {
  readonly step: CompiledStep;
  readonly phase: Position['phase'];
}

export const StepContext = createContext<PageStep | undefined>(undefined);

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
