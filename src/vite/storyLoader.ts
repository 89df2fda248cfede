import { normalizePath } from 'vite';
import type { PublishedImage } from '../compiler/images/loadImages';
import type { Asset } from '../compiler/story/compileScene';
import type { Story } from '../core/story';
import type { WireData } from '../core/wire';
import type { ThemeFont } from '../fonts/themeFontCss';
import { invalidatePipeline, loadPipeline } from './pipelineLoader.ts';

/** Compiles a folder of scenes and keeps the last good story while the folder has problems. */
export class StoryLoader {
  readonly folder: string;
  /** The last good story; undefined before the first. */
  story: Story | undefined;
  /** The wire data of {@link story}; undefined if it has none. */
  wire: WireData | undefined;
  /** The error of the latest compilation; undefined if it succeeded. */
  error: Error | undefined;
  /** The files that {@link story} was compiled from. */
  files: readonly string[] = [];
  /** Files that kinds add to the build. */
  assets: readonly Asset[] = [];
  /** The pictures of {@link story}, for the build's report. */
  images: readonly PublishedImage[] = [];
  /** What kinds say in the output of a build, a line each. */
  buildNotes: readonly string[] = [];
  /** The modules of the kinds of {@link story}: absolute paths, or specifiers relative to {@link folder}. */
  kindModules: readonly string[] = [];
  /** Whether any stop of {@link story} prints in the terminal. */
  usesTerminal = true;
  /** Types of the parts that pages of {@link story} have. */
  partTypes: readonly string[] = [];
  skins: readonly string[] = [];
  /** The configuration file and the modules of own kinds and blocks, with their imports. */
  moduleFiles: readonly string[] = [];
  /** The fonts of the configured theme. */
  themeFonts: readonly ThemeFont[] = [];
  #pipelineFiles: ReadonlySet<string> = new Set();
  #latest: Promise<void> | undefined;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Compiles the story at the first call. Never rejects: see {@link error}. */
  ready(): Promise<void> {
    return (this.#latest ??= this.#compile(() => true));
  }

  /** Returns the last good story. @throws the compilation's error when there is none */
  async lastGoodStory(): Promise<Story> {
    await this.ready();
    if (!this.story) throw this.error ?? new Error(`There is no story in ${this.folder}.`);
    return this.story;
  }

  /** Compiles the story again after a change of `file`. If several calls overlap, the last one wins. Never rejects. */
  recompile(file: string): Promise<void> {
    if (this.#pipelineFiles.has(file)) invalidatePipeline();
    const latest = this.#compile(() => this.#latest === latest);
    this.#latest = latest;
    return latest;
  }

  /** Whether a change of `file` may change the story. */
  dependsOn(file: string): boolean {
    return file.startsWith(`${normalizePath(this.folder)}/`) || this.#pipelineFiles.has(file) || this.files.includes(file);
  }

  async #compile(isLatest: () => boolean): Promise<void> {
    try {
      const { compileProject, sources } = await loadPipeline();
      this.#pipelineFiles = sources;
      const { story, wire, files, assets, images, buildNotes, kindModules, usesTerminal, partTypes, skins, moduleFiles, themeFonts } =
        await compileProject(this.folder);
      if (!isLatest()) return;
      Object.assign(this, {
        story,
        wire,
        files,
        assets,
        buildNotes,
        kindModules,
        usesTerminal,
        partTypes,
        skins,
        moduleFiles,
        themeFonts,
        error: undefined,
      });
      this.images = [...images.values()].flat();
    } catch (error) {
      if (isLatest()) this.error = error as Error;
    }
  }
}
