import type { DescribeStep } from '../core/timeline';
import type { Kind } from './kind';
import { callback } from './callback/kind';
import { cognito } from './cognito/kind';
import { comparison } from './comparison/kind';
import { recording } from './recording/kind';
import { sso } from './sso/kind';
import { terminal } from './terminal/kind';

/** Kinds by the `kind` field of their scenes, which is also the name of the folder with the schema. */
export const kinds: Readonly<Record<string, Kind>> = { terminal, cognito, sso, callback, comparison, recording };

/** Describes a step of a scene of any kind. @throws for an unknown kind, which validation prevents */
export const describeStep: DescribeStep = (scene, step) => {
  const kind = kinds[scene.kind];
  if (!kind) throw new TypeError(`No kind of scene is called "${scene.kind}".`);
  return kind.describeStep(scene, step);
};
