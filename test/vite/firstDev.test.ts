import { createLogger, createServer } from 'vite';
import { expect, test } from 'vitest';
import { makeFolder } from '../support/folder';

test('the first start of the dev server after an installation prints no warnings', async () => {
  const cacheDir = await makeFolder({});
  const messages: string[] = [];
  const note = (message: string): void => void messages.push(message);
  const customLogger = { ...createLogger('silent'), warn: note, warnOnce: note, error: note };
  const server = await createServer({ cacheDir, customLogger, server: { port: 0 } });
  try {
    await server.listen();
    await server.environments.client.depsOptimizer?.scanProcessing;
    expect(messages).toEqual([]);
  } finally {
    await server.close();
  }
});
