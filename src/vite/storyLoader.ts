import { normalizePath } from 'vite';
import type { Story } from '../core/story';
import type { WireData } from '../core/wire';
import { invalidatePipeline, loadPipeline } from './pipelineLoader.ts';

/** A folder of scenes: the story it last made without fault, and what is wrong with it now. */
export class StoryLoader {
  readonly folder: string;
  /** The last good story; undefined before the first. */
  story: Story | undefined;
  /** What crosses under it; undefined for stories that do not tell. */
  wire: WireData | undefined;
  /** What is wrong with the folder as it stands; undefined if nothing is. */
  error: Error | undefined;
  /** The files read. */
  files: readonly string[] = [];
  #pipelineFiles: ReadonlySet<string> = new Set();
  #latest: Promise<void> | undefined;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Compiles the story unless that has been done. Never rejects: see {@link error}. */
  ready(): Promise<void> {
    return (this.#latest ??= this.#compile(() => true));
  }

  /** Compiles the story again, after a change to `file`. Of several at a time the last one counts. Never rejects. */
  recompile(file: string): Promise<void> {
    if (this.#pipelineFiles.has(file)) invalidatePipeline();
    const latest = this.#compile(() => this.#latest === latest);
    this.#latest = latest;
    return latest;
  }

  /** Whether a change to `file` may change the story. */
  dependsOn(file: string): boolean {
    return file.startsWith(`${normalizePath(this.folder)}/`) || this.#pipelineFiles.has(file);
  }

  async #compile(counts: () => boolean): Promise<void> {
    try {
      const { compileStory, sources } = await loadPipeline();
      this.#pipelineFiles = sources;
      const { story, wire, files } = await compileStory(this.folder);
      if (counts()) Object.assign(this, { story, wire, files, error: undefined });
    } catch (error) {
      if (counts()) this.error = error as Error;
    }
  }
}
