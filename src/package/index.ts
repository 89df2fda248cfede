/** The public interface of the package: types a configuration, and defines kinds of scenes. */
export { defineConfig, type UserConfig } from '../config/defineConfig';
export { defineBlock, type BlockInput, type OwnBlock } from '../schema/ownBlock';
export type { ThemeColours, ThemeFontFiles, ThemeName, ThemeSource } from '../themes/theme';
export { defineKind, type Kind, type ViewProps } from '../kinds/kind';
export type { CompileContext, CompileProblem, LoadImagesOptions, ScenePath } from '../kinds/compileContext';
export type { StepDescription } from '../core/timeline';
export type { Block, CompiledSource, LoadedImage, Scene, Step } from '../core/story';
export { blockFields } from '../schema/blockFields';
export { imageFields, imageSchema } from '../schema/image';
export { sceneFields, stepFields } from '../schema/scene';
export type { InlineText } from '../core/inlineText';
export { inlineMarkdown } from '../schema/markdown';
