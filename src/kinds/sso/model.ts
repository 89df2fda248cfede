import type { CompiledSource } from '../../core/story';
import type { SsoSource } from './schema';

export type SsoScene = CompiledSource<SsoSource>;
