import type { Page } from 'playwright-core';
import { shortPath } from '../project/shortPath';
import { writeFileAtomically } from './atomicWrite';
import { withBuiltPage } from './builtPage';
import { HANDOUT_CONTEXT, openHandout, type HandoutExportOptions } from './handout';

/** Writes the handout as one HTML file. @throws with a message that says what to do */
export async function run(storyFolder: string, { output = 'handout.html', ...options }: HandoutExportOptions): Promise<void> {
  // In standalone.html, the styles contain the fonts.
  const contents = await withBuiltPage({ storyFolder, file: 'standalone.html', context: HANDOUT_CONTEXT }, async (built) => {
    built.reportStep('Drawing the stops');
    await openHandout(built, options);
    return serializeHandout(built.page);
  });
  await writeFileAtomically(output, contents);
  console.log(shortPath(output));
}

/** Allows the file nothing but its own styles, fonts and images. */
const CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";

/** Returns the HTML of a document with the rendered handout and its styles, without scripts. */
function serializeHandout(page: Page): Promise<string> {
  return page.evaluate((policy) => {
    const live = document;
    const kept = document.implementation.createHTMLDocument(live.title);
    const append = (name: string, attributes: Readonly<Record<string, string>>, text = ''): void => {
      const element = kept.createElement(name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      element.textContent = text;
      kept.head.append(element);
    };
    append('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' });
    append('meta', { 'http-equiv': 'Content-Security-Policy', content: policy });
    append('meta', { name: 'description', content: live.querySelector<HTMLMetaElement>('meta[name="description"]')?.content ?? '' });
    append('style', {}, [...live.querySelectorAll('style')].map((style) => style.textContent).join('\n'));
    const handout = kept.importNode(live.querySelector('.handout')!, true);
    for (const style of handout.querySelectorAll('style')) style.remove();
    kept.body.append(handout);
    const charset = kept.createElement('meta');
    charset.setAttribute('charset', 'utf-8');
    kept.head.prepend(charset);
    kept.documentElement.lang = live.documentElement.lang;
    if (live.documentElement.dir) kept.documentElement.dir = live.documentElement.dir;
    kept.documentElement.dataset['handout'] = 'page';
    return `<!doctype html>\n${kept.documentElement.outerHTML}\n`;
  }, CONTENT_SECURITY_POLICY);
}
