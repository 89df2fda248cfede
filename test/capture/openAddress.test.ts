import { EventEmitter } from 'node:events';
import type { Page, Response } from 'playwright-core';
import { expect, test } from 'vitest';
import { openAddress } from '../../src/capture/openAddress';
import type { ResponseRecorder } from '../../src/capture/responseRecorder';

const ADDRESS = 'http://shop.example/gone';
const RECORDER = { loading: [] } as unknown as ResponseRecorder;

/** A page of a browser that fails to open an answer without content, as those with a window do. */
class FailingPage extends EventEmitter {
  readonly #status: number;

  constructor(status: number) {
    super();
    this.#status = status;
  }

  mainFrame(): this {
    return this;
  }

  async goto(): Promise<Response> {
    const response: Partial<Response> = {
      request: () => ({ isNavigationRequest: () => true }) as ReturnType<Response['request']>,
      frame: () => this as unknown as ReturnType<Response['frame']>,
      status: () => this.#status,
      statusText: () => '',
      url: () => ADDRESS,
      headers: () => ({}),
    };
    this.emit('response', response);
    throw new Error(`page.goto: net::ERR_HTTP_RESPONSE_CODE_FAILURE at ${ADDRESS}`);
  }
}

test.each([
  [404, 'answers 404. Correct the address'],
  [401, 'needs a login (401)'],
])('says what an answer of status %i without content means', async (status, message) => {
  const page = new FailingPage(status);
  await expect(openAddress(page as unknown as Page, ADDRESS, RECORDER, { timeout: 1000, isUnattended: true })).rejects.toThrow(message);
  expect(page.listenerCount('response')).toBe(0);
});
