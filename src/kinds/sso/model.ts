import type { Compiled } from '../../core/story';
import type { SsoSource } from './schema';

export type SsoScene = Compiled<SsoSource>;
