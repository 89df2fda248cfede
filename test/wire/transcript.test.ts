import { JSDOM } from 'jsdom';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { TranscriptPage } from '../../src/prerender/TranscriptPage';
import { loadWireCheckInput } from '../support/loadWireCheckInput';

const { timeline, wire } = await loadWireCheckInput();

/** The document without scripts, from its source. */
function documentOf(told: typeof wire | undefined): Document {
  return new JSDOM(renderToStaticMarkup(createElement(TranscriptPage, { timeline, wire: told })), { url: 'https://example.com/' }).window
    .document;
}

test('each message stands below its stop, with its real form inside', () => {
  const messages = [...documentOf(wire).querySelectorAll('ol > li')];
  expect(messages).toHaveLength(wire.stops.flatMap((stop) => stop.messages).length);
  const token = messages.find((each) => each.textContent?.includes('POST /oauth2/token'));
  expect(token?.closest('section')?.querySelector('h3')?.textContent).toBe('The token comes back');
  expect(token?.querySelector('details code')?.textContent).toMatch(
    /^POST https:\/\/auth\.example\.com\/oauth2\/token\n[^]*\n\ngrant_type=authorization_code&client_id=1example23456789&code=aBcDe12345&/u,
  );
});

test('a story that does not tell has no trace of it', () => {
  expect(documentOf(undefined).body.textContent).not.toMatch(/on the wire|wire says/iu);
});
