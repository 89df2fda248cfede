import type { Page } from 'playwright-core';
import { pluralize } from '../core/pluralize';
import { writeFileAtomically } from './atomicWrite';
import { withBuiltPage } from './builtPage';
import { HANDOUT_CONTEXT, openHandout, type HandoutExportOptions } from './handout';
import { reportFile } from './reportFile';
import { selectStops } from './selection';

/** Writes the handout as one HTML file. @throws with a message that says what to do */
export async function run(storyFolder: string, { output = 'handout.html', ...options }: HandoutExportOptions): Promise<void> {
  // In standalone.html, the styles contain the fonts.
  const { query } = await selectStops(storyFolder, options);
  let stops = 0;
  const contents = await withBuiltPage({ storyFolder, file: 'standalone.html', context: HANDOUT_CONTEXT }, async (built) => {
    built.reportStep('Drawing the stops');
    stops = await openHandout(built, { ...options, query, ink: undefined });
    return serializeHandout(built.page);
  });
  await writeFileAtomically(output, contents);
  await reportFile(output, pluralize(stops, 'stop'));
}

/** Allows the file nothing but its own styles, fonts and images. */
const CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";

/** Returns the HTML of a document with the rendered handout and its styles, without scripts. */
function serializeHandout(page: Page): Promise<string> {
  return page.evaluate((policy) => {
    const original = document;
    const copy = document.implementation.createHTMLDocument(original.title);
    const append = (name: string, attributes: Readonly<Record<string, string>>, text = ''): void => {
      const element = copy.createElement(name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      element.textContent = text;
      copy.head.append(element);
    };
    append('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' });
    append('meta', { 'http-equiv': 'Content-Security-Policy', content: policy });
    append('meta', { name: 'description', content: original.querySelector<HTMLMetaElement>('meta[name="description"]')?.content ?? '' });
    append('style', {}, [...original.querySelectorAll('style')].map((style) => style.textContent).join('\n'));
    const handout = copy.importNode(original.querySelector('.handout')!, true);
    for (const style of handout.querySelectorAll('style')) style.remove();
    copy.body.append(handout);
    const charset = copy.createElement('meta');
    charset.setAttribute('charset', 'utf-8');
    copy.head.prepend(charset);
    copy.documentElement.lang = original.documentElement.lang;
    if (original.documentElement.dir) copy.documentElement.dir = original.documentElement.dir;
    copy.documentElement.dataset['handout'] = 'page';
    return `<!doctype html>\n${copy.documentElement.outerHTML}\n`;
  }, CONTENT_SECURITY_POLICY);
}
