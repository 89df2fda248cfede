import { memo, type ReactElement } from 'react';
import type { Position } from '../core/position';
import type { Stop } from '../core/timeline';
import { kinds } from '../kinds/registry';
import { SceneErrorBoundary } from './SceneErrorBoundary';

interface SceneViewProps {
  readonly stop: Stop;
  readonly phase: Position['phase'];
  /** Goes on, for the controls that work. */
  readonly onNext: () => void;
}

/** A stop's page or board, as its kind draws it. */
export const SceneView = memo(({ stop, phase, onNext }: SceneViewProps): ReactElement | null => {
  const View = kinds[stop.scene.kind]?.View;
  if (!View) return null;
  return (
    <SceneErrorBoundary stop={stop}>
      <View scene={stop.scene} step={stop.step} phase={phase} onNext={onNext} />
    </SceneErrorBoundary>
  );
});
