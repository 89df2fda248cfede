import type { BrowserContext, Request, Response } from 'playwright-core';

/** What pages show: styles, pictures, fonts and parts of drawings. */
const RECORDED_TYPES = /^(?:stylesheet|image|font|other|fetch|xhr|document)$/u;
const RECORDED_CONTENT =
  /^(?:text\/css|image\/|font\/|application\/(?:x-)?font|application\/vnd\.ms-fontobject|application\/octet-stream)/iu;

/** A larger file is no picture for a stage. */
const MAX_BYTES = 30_000_000;

/** Requests of an address that was answered this often are those of a page that asks again and again. */
const POLLING_ANSWERS = 2;

/** Keeps what the pages of a context load, and knows what they still load. */
export class ResponseRecorder {
  readonly #bodies = new Map<string, Uint8Array>();
  readonly #reading = new Set<Promise<void>>();
  readonly #inFlight = new Set<Request>();
  readonly #answers = new Map<string, number>();
  /** When the last request began or ended, in milliseconds. */
  lastChange = Date.now();

  constructor(context: BrowserContext) {
    context.on('request', (request) => {
      this.#inFlight.add(request);
      if (!this.#isPolling(request)) this.lastChange = Date.now();
    });
    context.on('requestfinished', (request) => this.#end(request));
    context.on('requestfailed', (request) => this.#end(request));
    context.on('response', (response) => {
      const reading = this.#read(response).finally(() => this.#reading.delete(reading));
      this.#reading.add(reading);
    });
  }

  readonly find = (address: string): Uint8Array | undefined => this.#bodies.get(address);

  set(address: string, bytes: Uint8Array): void {
    this.#bodies.set(address, bytes);
  }

  /** The style sheets by address. */
  get sheets(): Readonly<Record<string, string>> {
    const sheets = [...this.#bodies].filter(([address]) => this.#sheets.has(address));
    return Object.fromEntries(sheets.map(([address, bytes]) => [address, Buffer.from(bytes).toString('utf8')]));
  }

  /** Addresses that are still loaded and of which the page did not ask again and again. */
  get loading(): readonly string[] {
    return [...this.#inFlight].filter((each) => !this.#isPolling(each)).map((each) => each.url());
  }

  /** Waits until all that was answered is read. */
  async read(): Promise<void> {
    await Promise.all(this.#reading);
  }

  readonly #sheets = new Set<string>();

  #isPolling(request: Request): boolean {
    const type = request.resourceType();
    return /^(?:websocket|eventsource|ping|media)$/u.test(type) || (this.#answers.get(withoutQuery(request.url())) ?? 0) >= POLLING_ANSWERS;
  }

  #end(request: Request): void {
    this.#inFlight.delete(request);
    if (!this.#isPolling(request)) this.lastChange = Date.now();
    if (/^(?:fetch|xhr)$/u.test(request.resourceType())) {
      const address = withoutQuery(request.url());
      this.#answers.set(address, (this.#answers.get(address) ?? 0) + 1);
    }
  }

  async #read(response: Response): Promise<void> {
    const request = response.request();
    const { 'content-type': type = '', 'content-length': length = '0' } = response.headers();
    const isSheet = request.resourceType() === 'stylesheet';
    if (!RECORDED_TYPES.test(request.resourceType()) || !(isSheet || RECORDED_CONTENT.test(type))) return;
    if (!response.ok() || Number(length) > MAX_BYTES) return;
    const bytes = await response.body().catch(() => undefined);
    if (!bytes || bytes.length > MAX_BYTES) return;
    // The page knows the address that it asked for, whatever it was led to.
    for (let each: Request | null = request; each; each = each.redirectedFrom()) {
      this.#bodies.set(each.url(), bytes);
      if (isSheet) this.#sheets.add(each.url());
    }
  }
}

function withoutQuery(address: string): string {
  return address.replace(/[?#].*$/u, '');
}
