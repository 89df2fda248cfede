import process from 'node:process';
import { createInterface } from 'node:readline';
import { shortPath } from '../../project/shortPath';
import { deviceLink, stageLink } from '../../relay/links';
import { CODE_LIFETIME_MS } from '../../relay/invitations';
import { chooseNetworkAddress, urlHost } from '../../relay/network';
import { Relay } from '../../relay/relay';
import { createSecret } from '../../relay/secrets';
import { loadSite, type Site } from '../../relay/site';
import { LOOPBACK, startTalkServer, type TalkServer } from '../../relay/talkServer';
import { terminalQr } from '../../relay/qrCode';
import { withBuild } from '../../vite/withBuild';
import { findStoryFolder } from '../storyFolder';
import { listenError } from './dev';

export interface PresentFlags {
  readonly port?: number;
  readonly remote?: true;
  readonly host?: string;
}

const FIRST_PORT = 4180;
const LAST_PORT = 4229;
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Serves a talk until the process ends: an up-to-date build of the story on this computer, with `remote` also to paired devices in the
 * local network. @throws {StoryError} if the story has problems; if the port is in use or the computer is in no network
 */
export async function presentStory(argument: string | undefined, { port, remote, host }: PresentFlags): Promise<void> {
  if (host !== undefined && !remote) throw new Error('--host is the address for other devices, which need --remote.');
  const network = remote && chooseNetworkAddress(host);
  const folder = findStoryFolder(argument);
  const site = await withBuild(folder, 'index.html', loadSite, (text) => console.log(`${text}…`));
  const log = (text: string): void => console.log(text);
  const talk = await startTalk({ site, network, log, ...(port !== undefined && { port }) }).catch((error: NodeJS.ErrnoException) => {
    throw listenError(error, { ...(port !== undefined && { port }), ...(host !== undefined && { host }) });
  });
  console.log(
    `\n${shortPath(folder)} is ready. Open it on this computer (s opens the speaker window, Ctrl+C here ends):\n\n  ${talk.url}\n`,
  );
  if (network) {
    talk.printInvitation();
    if (process.stdin.isTTY) createInterface({ input: process.stdin }).on('line', talk.printInvitation);
  }
  for (const [signal, code] of Object.entries(EXIT_CODES)) process.once(signal, () => void talk.close().then(() => process.exit(code)));
}

export interface TalkOptions {
  readonly site: Site;
  /** The address for other devices; undefined for none. */
  readonly network: string | undefined;
  /** @default the first free one from 4180 */
  readonly port?: number;
  readonly log: (text: string) => void;
}

export interface Talk {
  /** Address of the stage on this computer. */
  readonly url: string;
  readonly relay: Relay | undefined;
  /** Logs a QR code for a phone. The code before it is no longer valid. */
  readonly printInvitation: () => void;
  close(): Promise<void>;
}

/** Starts the server of a talk, and the relay if there is a network. */
export async function startTalk({ site, network, port, log }: TalkOptions): Promise<Talk> {
  const session = createSecret()
    .replaceAll(/[^a-z0-9]/gu, '')
    .slice(0, 6);
  /** Owner of the codes in the terminal. */
  const terminal = {};
  let server: TalkServer | undefined;
  let expiry: ReturnType<typeof setTimeout> | undefined;
  const relay = network
    ? new Relay({
        linkFor: (view, code) => deviceLink(urlHost(network, server?.port ?? 0), session, view, code),
        onPaired: (name, owner) => {
          log(`Paired: ${name}\n`);
          if (owner === terminal) printInvitation();
        },
      })
    : undefined;
  const printInvitation = (): void => {
    if (!relay) return;
    clearTimeout(expiry);
    relay.endInvitation(terminal);
    const url = relay.invite('phone', terminal);
    const minutes = CODE_LIFETIME_MS / 60_000;
    log(
      [
        'Scan this with a phone in the same network, or open the address below there.',
        terminalQr(url, process.env['NO_COLOR'] === undefined),
        url,
        `It pairs one device within ${minutes} minutes. “Devices” in the speaker window has more: a second laptop, a standby stage.\n`,
      ].join('\n'),
    );
    expiry = setTimeout(() => log('That code has expired. Press Enter for a new one.\n'), CODE_LIFETIME_MS);
  };
  const addresses = [LOOPBACK, ...(network ? [network] : [])];
  try {
    server = await listenOnFreePort(port, (free) => startTalkServer({ site, relay, addresses, port: free }));
  } catch (error) {
    relay?.close();
    throw error;
  }
  const { port: actualPort, close } = server;
  const local = urlHost(LOOPBACK, actualPort);
  return {
    url: relay ? stageLink(local, session, relay.presenterToken) : `http://${local}/`,
    relay,
    printInvitation,
    close: () => {
      clearTimeout(expiry);
      relay?.close();
      return close();
    },
  };
}

/** Tries one port after the other, unless one is given. */
async function listenOnFreePort(wanted: number | undefined, start: (port: number) => Promise<TalkServer>): Promise<TalkServer> {
  if (wanted !== undefined) return start(wanted);
  for (let port = FIRST_PORT; ; port += 1) {
    try {
      return await start(port);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || port === LAST_PORT) throw error;
    }
  }
}
