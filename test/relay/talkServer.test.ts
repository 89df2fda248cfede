import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseNetworkAddress, listNetworkAddresses } from '../../src/relay/network';
import { loadSite } from '../../src/relay/site';
import { startTestTalk, type TestTalk } from '../support/relayClient';

let talk: TestTalk;
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'understudy-site-'));
  const files = {
    'secret.txt': 'secret',
    'dist/index.html': '<p>The talk</p>',
    'dist/assets/a b.js': 'a',
    'dist/.env': '',
    'dist/.git/config': '',
  };
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
  await symlink(path.join(folder, 'secret.txt'), path.join(folder, 'dist/link.txt'));
  await symlink(folder, path.join(folder, 'dist/folder'));
  talk = await startTestTalk(await loadSite(path.join(folder, 'dist')));
});
afterAll(async () => {
  await talk.close();
  await rm(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Sends `address` as it is; `fetch()` would normalize it. */
function get(address: string, { host = `127.0.0.1:${talk.port}`, method = 'GET' } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ port: talk.port, host: '127.0.0.1', path: address, method, headers: { host } }, (response) => {
      let text = '';
      response.on('data', (data) => (text += String(data)));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text, headers: response.headers }));
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('the talk is served', () => {
  it.each(['/', '/index.html', '/?session=x', '/index.html?speaker=x'])('at %s', async (address) => {
    expect(await get(address)).toMatchObject({ status: 200, text: '<p>The talk</p>' });
  });

  it('with every file of the build, whatever its name, and headers that keep other pages out', async () => {
    const { status, headers } = await get('/assets/a%20b.js');
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
    });
  });

  it('without a body for HEAD', async () => expect(await get('/', { method: 'HEAD' })).toMatchObject({ status: 200, text: '' }));
});

describe('nothing else is served', () => {
  const PATHS = [
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/%252e%252e%252fsecret.txt',
    '/assets/../../secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '//secret.txt',
    '//etc/passwd',
    '/etc/passwd',
    '/file:///etc/passwd',
    '/%00',
    '/index.html%00.js',
    '/secret.txt%00',
    '/%c0%ae%c0%ae/secret.txt',
    '/%',
    '/.env',
    '/%2eenv',
    '/.git/config',
    '/link.txt',
    '/folder/secret.txt',
    '/assets',
    '/assets/',
    '/constructor',
    '/__proto__',
  ];
  it.each(PATHS)('at %s', async (address) => {
    expect(await get(address)).toMatchObject({ status: 404, text: 'The talk has no such file.' });
  });

  it.each(['evil.example', 'evil.example:80', '127.0.0.1', 'localhost'])('under the name “%s”', async (host) => {
    expect((await get('/', { host })).status).toBe(421);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('for %s', async (method) => expect((await get('/', { method })).status).toBe(405));
});

describe('the address for other devices', () => {
  const address = (value: string, internal = false) => ({
    address: value,
    internal,
    family: 'IPv4' as const,
    netmask: '',
    mac: '',
    cidr: null,
  });
  const NETWORKS = {
    lo: [address('127.0.0.1', true)],
    docker0: [address('172.17.0.1')],
    eth0: [address('10.0.0.4')],
    en0: [address('192.168.1.5')],
  };

  it('is that of the home or office network, not that of a container or of the computer itself', () => {
    expect(listNetworkAddresses(NETWORKS).map((each) => each.address)).toEqual(['192.168.1.5', '10.0.0.4', '172.17.0.1']);
    expect(chooseNetworkAddress(undefined, listNetworkAddresses(NETWORKS))).toBe('192.168.1.5');
    expect(chooseNetworkAddress('10.0.0.4', listNetworkAddresses(NETWORKS))).toBe('10.0.0.4');
  });

  it('must be one of this computer', () => {
    expect(() => chooseNetworkAddress('10.9.9.9', listNetworkAddresses({ en0: NETWORKS.en0 }))).toThrow(
      '10.9.9.9 is no address of this computer in a network. It has: 192.168.1.5 (en0).',
    );
  });

  it('does not exist without a network, which is said', () => {
    expect(() => chooseNetworkAddress(undefined, listNetworkAddresses({ lo: NETWORKS.lo }))).toThrow(
      'This computer is in no network, so no other device can reach it. Join a network, such as the hotspot',
    );
  });
});
