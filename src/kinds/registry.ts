import type { DescribeStep } from '../core/timeline';
import type { Kind } from './kind';
import { callback } from './callback/kind';
import { cognito } from './cognito/kind';
import { comparison } from './comparison/kind';
import { recording } from './recording/kind';
import { sso } from './sso/kind';
import { terminal } from './terminal/kind';

/** Every kind of scene, by the name its scenes carry. The build finds each one's schema in the folder of that name. */
export const kinds: Readonly<Record<string, Kind>> = { terminal, cognito, sso, callback, comparison, recording };

/** The shape of a scene's step, by its kind. @throws on a kind nobody registered, which validation prevents */
export const describeStep: DescribeStep = (scene, step) => {
  const kind = kinds[scene.kind];
  if (!kind) throw new TypeError(`No kind of scene is called "${scene.kind}".`);
  return kind.describeStep(scene, step);
};
