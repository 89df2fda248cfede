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
  try {
    await server.listen();
  } catch (error) {
    await server.close();
    throw listenError(error as NodeJS.ErrnoException, flags);
  }
  server.printUrls();
  server.bindCLIShortcuts({ print: true });
}

/** Returns the error of a server that cannot listen, with advice. */
export function listenError(error: NodeJS.ErrnoException, { port, host }: ServerFlags): Error {
  const { code, message } = error;
  if (port !== undefined && (code === 'EADDRINUSE' || message.includes('already in use')))
    return new Error(`Port ${port} is in use. Give another one, or leave out --port for the next that is free.`, { cause: error });
  if (code === 'EACCES') return new Error(`You may not listen on port ${port}. Give one from 1024 on.`, { cause: error });
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new Error(`${host} is no address of this computer. Leave out the value of --host for all of them.`, { cause: error });
  return error;
}

/** Returns Vite's options. A given port is required; without one, Vite takes the next free port. */
export function serverOptions({ port, host }: ServerFlags): Pick<ServerOptions, 'port' | 'strictPort' | 'host'> {
  return { ...(host !== undefined && { host }), ...(port !== undefined && { port, strictPort: port !== 0 }) };
}
