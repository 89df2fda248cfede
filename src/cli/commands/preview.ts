import { preview } from 'vite';
import { viteConfig } from '../../vite/viteConfig';
import { readSettings, type PageFlags } from '../settings';
import { findStoryFolder, requestedFolder } from '../storyFolder';
import { listenError, serverOptions, type ServerFlags } from './dev';

/** Serves a build until the process ends. @throws if the build is of another story than the named one, or the port is in use */
export async function previewStory(argument: string | undefined, { out, base, ...flags }: ServerFlags & PageFlags): Promise<void> {
  const settings = await readSettings(findStoryFolder(argument), { out, base });
  const config = viteConfig({ ...settings, isStoryRequired: requestedFolder(argument) !== undefined });
  const options = { ...config, base: settings.base ?? '/', preview: { ...config.preview, ...serverOptions(flags) } };
  const server = await preview(options).catch((error: Error) => {
    throw listenError(error, flags);
  });
  server.printUrls();
  server.bindCLIShortcuts({ print: true });
}
