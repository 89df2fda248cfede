import { memo, type ReactElement } from 'react';
import type { Position } from '../core/position';
import type { Stop } from '../core/timeline';
import { kindOf } from '../kinds/registry';
import { SceneErrorBoundary } from './SceneErrorBoundary';

interface SceneViewProps {
  readonly stop: Stop;
  readonly phase: Position['phase'];
  /** Called by the controls of the page that go on. */
  readonly onNext: () => void;
}

/** Renders a stop's page or board with the view of its kind. */
export const SceneView = memo(({ stop, phase, onNext }: SceneViewProps): ReactElement | null => {
  const View = kindOf(stop.scene.kind)?.View;
  if (!View) return null;
  return (
    <SceneErrorBoundary stop={stop}>
      <View scene={stop.scene} step={stop.step} phase={stop.followsDropped ? 'settled' : phase} onNext={onNext} />
    </SceneErrorBoundary>
  );
});
