import type { Page } from '@playwright/test';
import { withBuiltPage } from './builtPage';
import { writeFileAtomically } from './atomicWrite';
import type { ExportFormat } from './format';
import { HANDOUT_ARGUMENTS, HANDOUT_CONTEXT, openHandout } from './handout';
import { parseOptions } from './options';

export const html: ExportFormat = {
  summary: 'one page to read from top to bottom, which needs no JavaScript and no network',
  usage: `  -o, --output FILE     where to write it (handout.html)
  --transcript          below each picture, its words as text
  --notes               below each picture, what the speaker says
  --wire                below each picture, the messages that cross under it
  --scene ID            this scene alone
  --theme light|dark    light is the default`,

  async run(args) {
    const { output = 'handout.html', ...options } = parseOptions(args, {
      ...HANDOUT_ARGUMENTS,
      transcript: { type: 'boolean', default: false },
    });
    // In standalone.html, the styles contain the fonts.
    const contents = await withBuiltPage('standalone.html', HANDOUT_CONTEXT, async (built) => {
      built.reportStep('Drawing the stops');
      await openHandout(built, options);
      return serializeHandout(built.page);
    });
    await writeFileAtomically(output, contents);
    console.log(output);
  },
};

/** Allows the page nothing but its own styles, fonts and images. */
const CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";

/** Returns the HTML of a document with the rendered handout, its styles, and no scripts. */
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
