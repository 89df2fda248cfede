import type { CapturedElement, CapturedNode, CapturedPage } from '../capturedPage';

/** What {@link collectPage} is told. */
export interface CollectOptions {
  /** The style sheets that the page loaded, by address. Their texts are nearer to what was written than the rules in the browser. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly hint: string;
  readonly screenPicture: string;
  readonly stateAttribute: string;
  /** Pseudo-classes of elements that markup alone does not bring back, such as `hover`. */
  readonly pseudoClasses: readonly string[];
}

/**
 * Returns the page as it is now (ADR 051). Runs in the page, and is one function, since only its own text gets there. Elements whose
 * picture is to be taken from the screen are left in `understudyPictures`.
 */
export async function collectPage(options: CollectOptions): Promise<CapturedPage> {
  type Mutable = { -readonly [Key in keyof CapturedElement]: CapturedElement[Key] } & { attributes: Record<string, string> };
  interface Hooks {
    fontOf(face: FontFace): string | undefined;
    shadowOf(element: Element): ShadowRoot | null;
    sourceOf(styles: CSSStyleSheet | CSSRule): string | undefined;
  }
  const page = globalThis as unknown as { understudyHooks?: Hooks; understudyPictures: Element[] };
  page.understudyPictures = [];
  const states = new Map<Element, Mutable>();
  const raised: CapturedElement[] = [];
  const cssTexts: string[] = [];
  const waiting: Promise<void>[] = [];

  const isSame = (css: string, rules: Iterable<CSSRule>): boolean => {
    const write = (list: Iterable<CSSRule>) =>
      [...list].flatMap((rule) => (rule instanceof CSSImportRule ? [] : [rule.cssText])).join('\n');
    const copy = new CSSStyleSheet();
    copy.replaceSync(css);
    return write(copy.cssRules) === write(rules);
  };
  /** The rules of a sheet: its source if it still says the same, else what the browser holds. Undefined of a foreign sheet. */
  const textOf = (sheet: CSSStyleSheet, source: string | undefined): string | undefined => {
    let rules: CSSRuleList;
    try {
      rules = sheet.cssRules;
    } catch {
      return undefined;
    }
    if (source !== undefined && isSame(source, rules)) return source;
    // The browser writes some rules with variables such that they say something else.
    return [...rules]
      .map((rule) => {
        const written = page.understudyHooks?.sourceOf(rule);
        return written !== undefined && isSame(written, [rule]) ? written : rule.cssText;
      })
      .join('\n');
  };

  const stylesOf = (sheet: CSSStyleSheet, source: string | undefined): readonly CapturedElement[] => {
    if (sheet.disabled) return [];
    const text = textOf(sheet, source);
    cssTexts.push(text ?? '');
    const media = sheet.media.mediaText;
    const css = { ...(text !== undefined && { text }), base: sheet.href ?? document.baseURI };
    return [{ name: 'style', attributes: media === '' ? {} : { media }, children: [], css }];
  };
  const adoptedBy = (root: Document | ShadowRoot) =>
    root.adoptedStyleSheets.flatMap((sheet) => stylesOf(sheet, page.understudyHooks?.sourceOf(sheet)));

  /** An element that shows pixels becomes a picture in the same place, with the look that rules for its own name gave it. */
  const asPicture = (element: HTMLElement, attributes: Record<string, string>, source: string): Mutable => {
    const computed = getComputedStyle(element);
    const kept = Object.fromEntries(
      Object.entries(attributes).filter(([name]) => /^(?:id|class|title|role|dir|lang|slot|part|aria-.*|data-.*)$/u.test(name)),
    );
    const properties =
      'display position inset width height min-width min-height max-width max-height margin padding border border-radius ' +
      'box-sizing box-shadow background-color opacity transform float vertical-align z-index flex order align-self grid-area object-fit';
    // Sizes in per cent are already resolved; a computed limit would be applied to them a second time.
    const style = properties.split(' ').map((name) => `${name}:${computed.getPropertyValue(name)}`);
    const alt = element.getAttribute('title') ?? element.getAttribute('aria-label') ?? '';
    return { name: 'img', attributes: { ...kept, alt, src: source, style: style.join(';') }, children: [] };
  };
  const fromScreen = (element: HTMLElement): string => {
    if (!element.checkVisibility({ visibilityProperty: true })) return '';
    return options.screenPicture + (page.understudyPictures.push(element) - 1);
  };
  const pixelsOf = (element: HTMLCanvasElement | HTMLVideoElement): string => {
    try {
      if (element instanceof HTMLCanvasElement) return element.width * element.height === 0 ? '' : element.toDataURL();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [element.videoWidth, element.videoHeight];
      canvas.getContext('2d')!.drawImage(element, 0, 0);
      return canvas.toDataURL();
    } catch {
      // It shows pixels of another origin.
      return fromScreen(element);
    }
  };
  const pictureOf = (element: HTMLElement, attributes: Record<string, string>): Mutable | undefined => {
    if (element instanceof HTMLCanvasElement) return asPicture(element, attributes, pixelsOf(element));
    if (element instanceof HTMLVideoElement) {
      const hasFrame = element.readyState >= 2 && (element.currentTime > 0 || element.poster === '');
      return asPicture(element, attributes, hasFrame ? pixelsOf(element) : element.poster);
    }
    return /^(?:iframe|frame|object|embed)$/u.test(element.localName) ? asPicture(element, attributes, fromScreen(element)) : undefined;
  };

  const addValue = (element: Element, { attributes }: Mutable): void => {
    const setFlag = (name: string, isSet: boolean): void => {
      delete attributes[name];
      if (isSet) attributes[name] = '';
    };
    if (element instanceof HTMLInputElement) {
      if (/^(?:checkbox|radio)$/u.test(element.type)) setFlag('checked', element.checked);
      // A password becomes the dots that are shown.
      else if (element.type === 'password') attributes['value'] = '•'.repeat(element.value.length);
      else if (element.type !== 'file' && element.type !== 'image') attributes['value'] = element.value;
      if (element.type === 'hidden') delete attributes['value'];
    }
    const { outlineStyle, outline, outlineOffset } = getComputedStyle(element);
    // The browser's own ring around what has the focus.
    if (outlineStyle === 'auto' && element.matches(':focus-visible'))
      attributes['style'] = [attributes['style'], `outline:${outline}`, `outline-offset:${outlineOffset}`].filter(Boolean).join(';');
    if (element instanceof HTMLOptionElement) setFlag('selected', element.selected);
    if (element instanceof HTMLProgressElement && element.position >= 0) attributes['value'] = String(element.value);
    if (element instanceof HTMLImageElement && element.currentSrc !== '') {
      attributes['src'] = element.currentSrc;
      const isScaled = attributes['srcset'] !== undefined || element.parentElement?.localName === 'picture';
      const width = Number.parseFloat(getComputedStyle(element).width);
      // The file that was chosen may have more pixels than its picture has on the page.
      if (isScaled && attributes['width'] === undefined && Math.abs(width - element.naturalWidth) < 1)
        attributes['width'] = String(element.naturalWidth);
      if (element.currentSrc.startsWith('blob:')) waiting.push(inline(element.currentSrc, attributes));
    }
    if (element.scrollTop !== 0 || element.scrollLeft !== 0) {
      if (element !== document.scrollingElement)
        attributes[`${options.stateAttribute}scroll`] = `${Math.round(element.scrollLeft)} ${Math.round(element.scrollTop)}`;
    }
  };
  const inline = async (address: string, attributes: Record<string, string>): Promise<void> => {
    const bytes = await fetch(address).then(
      (response) => response.blob(),
      () => undefined,
    );
    if (!bytes) return;
    attributes['src'] = await new Promise((resolve) => {
      const reader = Object.assign(new FileReader(), { onload: () => resolve(String(reader.result)) });
      reader.readAsDataURL(bytes);
    });
  };

  /** Dialogs and popovers stand above everything else. Without scripts nothing opens them there, so their place is written down. */
  const addLayer = (element: Element, { attributes }: Mutable): readonly CapturedElement[] => {
    const isModal = element.matches('dialog:modal');
    // Opening a dialog closes popovers, so those that are open were opened after it.
    const order = `z-index:${isModal ? 2147483646 : 2147483647}`;
    const computed = getComputedStyle(element);
    const names = ['display', ...(isModal ? ['position', 'top', 'bottom', 'max-width', 'max-height', 'overflow'] : [])];
    const written = names.map((name) => `${name}:${computed.getPropertyValue(name)}`);
    attributes['style'] = [attributes['style'], ...written, order].filter(Boolean).join(';');
    const backdrop = getComputedStyle(element, '::backdrop');
    const shown = ['background-color', 'background-image', 'backdrop-filter', 'opacity'].map(
      (name) => `${name}:${backdrop.getPropertyValue(name)}`,
    );
    if (/rgba\(.*, 0\);background-image:none;backdrop-filter:none/u.test(shown.join(';'))) return [];
    const style = `position:fixed;inset:0;${order};pointer-events:none;${shown.join(';')}`;
    return [{ name: 'div', attributes: { style, [`${options.stateAttribute}backdrop`]: '' }, children: [] }];
  };
  /** Whether an element that stands above everything else would be clipped or covered at its place in the document. */
  const isConfined = (element: Element): boolean => {
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
      const { transform, filter, backdropFilter, perspective, contain, willChange, zIndex, opacity, isolation } = getComputedStyle(at);
      if (`${transform}${filter}${backdropFilter}${perspective}` !== 'nonenonenonenone' || zIndex !== 'auto' || opacity !== '1')
        return true;
      if (isolation === 'isolate' || /paint|layout|strict|content/u.test(contain) || /transform|filter/u.test(willChange)) return true;
    }
    return false;
  };

  const childrenOf = (parent: Node): readonly CapturedNode[] => [...parent.childNodes].flatMap(collect);
  const collect = (node: Node): readonly CapturedNode[] => {
    if (node instanceof Text) return [node.data];
    if (!(node instanceof Element) || node.localName === options.hint) return [];
    const attributes = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));
    if (node instanceof HTMLStyleElement || node instanceof HTMLLinkElement || node instanceof SVGStyleElement) {
      const sheet = node.sheet as CSSStyleSheet | null;
      const source = node instanceof HTMLLinkElement ? options.sheets[sheet?.href ?? ''] : (node.textContent ?? '');
      return sheet ? stylesOf(sheet, source) : [];
    }
    if (/^(?:script|noscript|template|meta|base|title|source|track|audio)$/u.test(node.localName)) {
      return node.namespaceURI?.endsWith('svg') && node.localName === 'title'
        ? [{ name: 'title', attributes, children: childrenOf(node) }]
        : [];
    }
    const picture = node instanceof HTMLElement ? pictureOf(node, attributes) : undefined;
    if (picture) return [picture];
    const element: Mutable = { name: node.localName, attributes, children: [] };
    states.set(node, element);
    addValue(node, element);
    element.children = node instanceof HTMLTextAreaElement ? [node.value] : childrenOf(node);
    const shadow = page.understudyHooks?.shadowOf(node) ?? node.shadowRoot;
    if (shadow) element.shadow = [...childrenOf(shadow), ...adoptedBy(shadow)];
    const isLayer = node.matches(':modal, :popover-open');
    const layers = isLayer ? [...addLayer(node, element), element] : [element];
    if (!isLayer || node.getRootNode() !== document || !isConfined(node)) return layers;
    for (const each of layers) raised.push(each);
    return [];
  };

  const [root] = collect(document.documentElement) as [Mutable];
  const adopted = adoptedBy(document);
  const css = cssTexts.join('\n') + Object.values(options.sheets).join('\n');
  const custom = [...new Set([...css.matchAll(/:state\(\s*([\w-]+)\s*\)/gu)].map(([, name = '']) => name))];
  const used = options.pseudoClasses.filter((name) => css.includes(`:${name}`));
  for (const [element, { attributes }] of states) {
    // While a dialog is open, browsers differ in whether the page below the pointer counts as hovered.
    const isPage = element === document.documentElement || element === document.body;
    for (const name of used)
      if (!(isPage && name === 'hover') && element.matches(`:${name}`)) attributes[options.stateAttribute + name] = '';
    if (element.localName.includes('-')) {
      if (!element.matches(':defined')) attributes[`${options.stateAttribute}undefined`] = '';
      for (const name of custom) if (element.matches(`:state(${name})`)) attributes[`${options.stateAttribute}state-${name}`] = '';
    }
  }
  await Promise.all(waiting);
  const scheme = document.querySelector<HTMLMetaElement>('meta[name="color-scheme" i]')?.content;
  const fontFaces = [...document.fonts].flatMap((face) => {
    const source = page.understudyHooks?.fontOf(face);
    if (source === undefined || face.status !== 'loaded') return [];
    const { family, weight, style, stretch, unicodeRange } = face;
    const look = `font-weight:${weight};font-style:${style};font-stretch:${stretch};unicode-range:${unicodeRange}`;
    return [`@font-face{font-family:${family};src:${source};${look}}`];
  });
  const ownCss = [...(scheme ? [`:root{color-scheme:${scheme}}`] : []), ...fontFaces].join('\n');
  const ownStyle: CapturedElement = { name: 'style', attributes: {}, children: [], css: { text: ownCss, base: document.baseURI } };
  const [head, ...others] = root.children.filter((each) => typeof each !== 'string') as CapturedElement[];
  const body = others.at(-1);
  const completeBody = body && { ...body, children: [...body.children, ...raised] };
  const completeHead: CapturedElement = { ...head!, children: [ownStyle, ...head!.children, ...adopted] };
  return {
    title: document.title,
    address: location.href,
    base: document.baseURI,
    scroll: [Math.round(scrollX), Math.round(scrollY)],
    root: { ...root, children: [completeHead, ...others.slice(0, -1), ...(completeBody ? [completeBody] : [])] },
  };
}
