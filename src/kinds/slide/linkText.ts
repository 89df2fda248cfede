/** Returns the words of a link: those it has, or else its address without what everybody knows. */
export function linkTextOf({ href, text }: { readonly href: string; readonly text?: string | undefined }): string {
  return text ?? href.replace(/^(https?:\/\/(www\.)?|mailto:)/u, '').replace(/\/$/u, '');
}
