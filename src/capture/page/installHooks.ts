/**
 * Lets a later capture see what pages hide from scripts: closed shadow roots, the source of styles and fonts that
 * scripts made, and what WebGL drew.
 * Runs in every document before its own scripts.
 */
export function installHooks(): void {
  const shadows = new WeakMap<Element, ShadowRoot>();
  const sources = new WeakMap<CSSStyleSheet, string>();
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init);
    shadows.set(this, root);
    return root;
  };
  const { replace, replaceSync } = CSSStyleSheet.prototype;
  CSSStyleSheet.prototype.replace = function (text) {
    sources.set(this, String(text));
    return replace.call(this, text);
  };
  CSSStyleSheet.prototype.replaceSync = function (text) {
    sources.set(this, String(text));
    replaceSync.call(this, text);
  };
  const rules = new WeakMap<CSSRule, string>();
  const { insertRule } = CSSStyleSheet.prototype;
  CSSStyleSheet.prototype.insertRule = function (text, index) {
    const at = insertRule.call(this, text, index);
    const rule = this.cssRules[at];
    if (rule) rules.set(rule, String(text));
    return at;
  };
  // oxlint-disable-next-line typescript/no-explicit-any -- it has an overload for each kind of context
  const contexts = HTMLCanvasElement.prototype as { getContext: any };
  const { getContext } = contexts;
  contexts.getContext = function (this: HTMLCanvasElement, kind: string, settings?: object) {
    // Without it, what was drawn is gone after the frame.
    return getContext.call(this, kind, /webgl/u.test(kind) ? { ...settings, preserveDrawingBuffer: true } : settings);
  };
  const fonts = new WeakMap<FontFace, string>();
  const OriginalFontFace = FontFace;
  globalThis.FontFace = class extends OriginalFontFace {
    constructor(family: string, source: string | BufferSource, descriptors?: FontFaceDescriptors) {
      super(family, source, descriptors);
      if (typeof source === 'string') fonts.set(this, source);
    }
  };
  Object.defineProperty(globalThis, 'understudyHooks', {
    value: {
      fontOf: (face: FontFace) => fonts.get(face),
      shadowOf: (element: Element) => shadows.get(element) ?? null,
      sourceOf: (styles: CSSStyleSheet | CSSRule) => (styles instanceof CSSRule ? rules.get(styles) : sources.get(styles)),
    },
  });
}
