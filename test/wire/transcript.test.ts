import { JSDOM } from 'jsdom';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { TranscriptPage } from '../../src/prerender/TranscriptPage';
import { loadWireCheckInput } from '../support/loadWireCheckInput';

const { timeline, wire } = await loadWireCheckInput();

function renderTranscriptPage(wireData: typeof wire | undefined): Document {
  return new JSDOM(renderToStaticMarkup(createElement(TranscriptPage, { timeline, wire: wireData })), { url: 'https://example.com/' })
    .window.document;
}

test('lists each message below its stop with its full text', () => {
  const messages = [...renderTranscriptPage(wire).querySelectorAll('ol > li')];
  expect(messages).toHaveLength(wire.stops.flatMap((stop) => stop.messages).length);
  const token = messages.find((each) => each.textContent?.includes('POST /oauth2/token'));
  expect(token?.closest('section')?.querySelector('h3')?.textContent).toBe('The token comes back');
  expect(token?.querySelector('details code')?.textContent).toMatch(
    /^POST https:\/\/auth\.example\.com\/oauth2\/token\n[^]*\n\ngrant_type=authorization_code&client_id=1example23456789&code=aBcDe12345&/u,
  );
});

test('does not mention the wire in a story without wire data', () => {
  expect(renderTranscriptPage(undefined).body.textContent).not.toMatch(/on the wire|wire says/iu);
});
