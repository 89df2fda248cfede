/** The texts of a page that its author did not leave out. */
export function definedTexts(...texts: readonly (string | undefined)[]): readonly string[] {
  return texts.filter((text) => text !== undefined);
}
