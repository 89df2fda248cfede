import type { Compiled } from '../../core/story';
import type { CognitoSource } from './schema';

export type CognitoScene = Compiled<CognitoSource>;
