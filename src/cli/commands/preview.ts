import { preview } from 'vite';
import { viteConfig } from '../../vite/viteConfig';
import { readSettings, type PageFlags } from '../settings';
import { findStoryFolder, requestedFolder } from '../storyFolder';
import { serverOptions, type ServerFlags } from './dev';

/** Serves a build until the process ends. @throws if the build is of another story than the named one, or the port is in use */
export async function previewStory(argument: string | undefined, { out, base, ...flags }: ServerFlags & PageFlags): Promise<void> {
  const settings = await readSettings(findStoryFolder(argument), { out, base });
  const config = viteConfig({ ...settings, isStoryRequired: requestedFolder(argument) !== undefined });
  const server = await preview({ ...config, base: settings.base ?? '/', preview: { ...config.preview, ...serverOptions(flags) } });
  server.printUrls();
  server.bindCLIShortcuts({ print: true });
}
