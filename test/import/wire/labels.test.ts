import { expect, test } from 'vitest';
import { joinLabel } from '../../../src/import/wire/labels';

test.each([
  [['GET', '/authorize'], 'GET /authorize'],
  [['GET', '/.well-known/oauth-protected-resource/mcp'], 'GET …/mcp'],
  [['GET', `/${'x'.repeat(80)}`], `GET /${'x'.repeat(28)}…`],
  [['302', '→', 'auth.acme.io/authorize'], '302 → auth.acme.io/authorize'],
  [['302', '→', 'james.acmeaccess.com/cdn-cgi/access/login/test'], '302 → james.acmeaccess.com/…/test'],
  [['302', '→', `james.acmeaccess.com/a/${'y'.repeat(60)}`], '302 → james.acmeaccess.com/…'],
  [['x'.repeat(90)], `${'x'.repeat(59)}…`],
])('%j is shown as %s', (words, expected) => {
  expect(joinLabel(words)).toBe(expected);
});
