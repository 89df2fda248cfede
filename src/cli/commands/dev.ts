import { createServer, type ServerOptions } from 'vite';
import { viteConfig } from '../../vite/viteConfig';
import { updateSchemas } from '../editorSchemas';
import { findStoryFolder } from '../storyFolder';
import { readSettings } from '../settings';

export interface ServerFlags {
  readonly port?: number;
  readonly host?: string | true;
  readonly open?: boolean;
}

/** Serves a story until the process ends. @throws if the given port is in use */
export async function serveStory(argument: string | undefined, { open = false, ...flags }: ServerFlags): Promise<void> {
  const folder = findStoryFolder(argument);
  const [settings] = await Promise.all([readSettings(folder), updateSchemas(folder)]);
  const config = viteConfig(settings);
  const server = await createServer({ ...config, base: settings.base ?? '/', server: { ...config.server, ...serverOptions(flags), open } });
  await server.listen();
  server.printUrls();
  server.bindCLIShortcuts({ print: true });
}

/** Returns Vite's options. A given port is required; without one, Vite takes the next free port. */
export function serverOptions({ port, host }: ServerFlags): Pick<ServerOptions, 'port' | 'strictPort' | 'host'> {
  return { ...(host !== undefined && { host }), ...(port !== undefined && { port, strictPort: port !== 0 }) };
}
