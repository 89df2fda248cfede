/** Adds a style sheet of a chunk that is loaded later than the page. Its rules come after those of the page. */
export function addStyles(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
