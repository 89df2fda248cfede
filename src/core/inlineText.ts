/** A piece of a text: characters, or a text in a style. */
export type InlineRun =
  | string
  | { readonly style: 'strong' | 'emphasis' | 'code' | 'strike'; readonly text: InlineText }
  | { readonly style: 'link'; readonly href: string; readonly text: InlineText };

/** One line of Markdown after the build: runs that stand one after the other. */
export type InlineText = readonly InlineRun[];

/** Returns `inline` without its styles. */
export function plainText(inline: InlineText): string {
  return inline.map((run) => (typeof run === 'string' ? run : plainText(run.text))).join('');
}
