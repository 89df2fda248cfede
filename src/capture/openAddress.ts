import type { Page, Response } from 'playwright-core';
import type { ResponseRecorder } from './responseRecorder';

/** What the browser says of an address that it cannot open, and what it means. */
const REASONS: readonly (readonly [code: RegExp, reason: string])[] = [
  [/ERR_NAME_NOT_RESOLVED/u, 'no computer has this name. Correct the address'],
  [/ERR_CONNECTION_REFUSED/u, 'nothing listens there. Start the server, or correct the address'],
  [/ERR_CONNECTION_|ERR_EMPTY_RESPONSE|ERR_SOCKET/u, 'the connection was closed. Look whether the server runs'],
  [/ERR_CERT_|ERR_SSL/u, 'its certificate is not valid. Write http:// if it is a server of your own, or install the certificate'],
  [/ERR_INTERNET_DISCONNECTED|ERR_ADDRESS_UNREACHABLE|ERR_NETWORK/u, 'there is no way to it from here. Look at the network'],
  [/ERR_TOO_MANY_REDIRECTS/u, 'it leads to itself again and again. It may need a login; capture it without --steps and sign in'],
  [/ERR_UNSAFE_PORT|ERR_INVALID/u, 'browsers open no such address. Correct it'],
  [/ERR_ABORTED|Download is starting/u, 'it is a download, not a web page. Name the address of a page'],
];

export interface OpenOptions {
  /** Milliseconds. */
  readonly timeout: number;
  /** Whether the capture is unattended, so that no one can sign in. */
  readonly isUnattended: boolean;
}

/** Opens an address and waits until the page is loaded. @throws with what is wrong and what to do */
export async function openAddress(page: Page, address: string, recorder: ResponseRecorder, options: OpenOptions): Promise<void> {
  if (!URL.canParse(address)) throw new Error(`${address} is no address. Write it with http:// or https://.`);
  let response: Response | null = null;
  // Browsers with a window fail to open an answer without content, such as that of a server that has no such page.
  const onResponse = (each: Response): void => {
    if (each.request().isNavigationRequest() && each.frame() === page.mainFrame()) response = each;
  };
  page.on('response', onResponse);
  try {
    response = await page.goto(address, { timeout: options.timeout, waitUntil: 'domcontentloaded' });
  } catch (error) {
    const { message } = error as Error;
    if (/Timeout .* exceeded/u.test(message))
      throw new Error(
        `${address} did not answer within ${seconds(options.timeout)}. Look whether it runs, or give more time with --timeout.`,
        { cause: error },
      );
    if (response && /ERR_HTTP_RESPONSE_CODE_FAILURE/u.test(message)) {
      checkAnswer(address, response, options);
      return;
    }
    const reason = REASONS.find(([code]) => code.test(message))?.[1];
    if (reason === undefined) throw error;
    throw new Error(`${address} cannot be reached: ${reason}.`, { cause: error });
  } finally {
    page.off('response', onResponse);
  }
  checkAnswer(address, response, options);
  await page.waitForLoadState('load', { timeout: options.timeout }).catch((error: unknown) => {
    throw new Error(
      `${address} was not loaded within ${seconds(options.timeout)}; still loading: ${listAddresses(recorder.loading)}. ` +
        'Look whether these answer, or give more time with --timeout.',
      { cause: error },
    );
  });
}

function checkAnswer(address: string, response: Response | null, { isUnattended }: OpenOptions): void {
  if (!response) return;
  const [status, reached] = [response.status(), response.url()];
  const remedy = 'Capture it without --steps and sign in in the window, or sign in with the first steps.';
  // Whoever is at the window can sign in there.
  if (isUnattended && (status === 401 || status === 407)) throw new Error(`${address} needs a login (${status}). ${remedy}`);
  if (isUnattended && !isSameSite(address, reached)) throw new Error(`${address} leads to ${reached}: it seems to need a login. ${remedy}`);
  if (isUnattended && status >= 400) {
    const answer = `${status}${response.statusText() === '' ? '' : ` ${response.statusText()}`}`;
    throw new Error(`${address} answers ${answer}. Correct the address, or look why the server does.`);
  }
  const [type = ''] = (response.headers()['content-type'] ?? '').split(';');
  if (type !== '' && !/html/iu.test(type)) throw new Error(`${address} is ${type.trim()}, not a web page. Name the address of a page.`);
}

/** Whether two addresses belong to one site: sites lead to https and to their name with or without www. */
export function isSameSite(one: string, other: string): boolean {
  const [a, b] = [one, other].map((address) => new URL(address));
  const nameOf = ({ hostname }: URL) => hostname.replace(/^www\./u, '');
  return nameOf(a!) === nameOf(b!) && (a!.port === b!.port || a!.protocol !== b!.protocol);
}

/** Returns at most three addresses, without their queries, which may be secret. */
export function listAddresses(addresses: readonly string[]): string {
  const shown = [...new Set(addresses.map((each) => each.replace(/[?#].*$/u, '')))];
  const rest = shown.length > 3 ? ` and ${shown.length - 3} more` : '';
  return shown.length === 0 ? 'the page itself' : shown.slice(0, 3).join(', ') + rest;
}

export function seconds(milliseconds: number): string {
  return `${milliseconds / 1000} s`;
}

/** Returns what an error of the browser says, without the log that follows it. */
export function firstLine(error: unknown): string {
  const [line = ''] = (error as Error).message.split('\n');
  return line.replace(/^\w+\.\w+: /u, '').replace(/^(?:Protocol error \([^)]*\): )/u, '');
}
