import { expect, test } from 'vitest';
import { tabSign } from '../../src/schema/text';

test.each(['🐙', '👩🏽‍💻', 'A', 'AB', 'ש', '⬡'])('%s fits in the tab', (sign) => {
  expect(tabSign('🐙').safeParse(sign).success).toBe(true);
});

test.each(['store', 'git-merge', '🐙🐙🐙', ' '])('“%s” is refused', (sign) => {
  expect(tabSign('🐙').safeParse(sign).success).toBe(false);
});

test('the message says what fits', () => {
  expect(tabSign('🐙').safeParse('store').error?.issues[0]?.message).toBe('an emoji or up to two letters');
});
