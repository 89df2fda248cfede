import type { CompiledSource } from '../../core/story';
import type { CognitoSource } from './schema';

export type CognitoScene = CompiledSource<CognitoSource>;
