/**
 * The story, compiled from the folder of scenes. A module that shows it takes edits without a reload:
 *
 *     import { story } from 'virtual:story';
 *     import.meta.hot?.accept('virtual:story', (module) => module && show(module.story));
 *
 * The callback runs with each good new story; while the scenes have faults it does not, and the overlay shows them.
 */
declare module 'virtual:story' {
  export const story: import('./core/story').Story;
  /** For its terminal, if the story has text from right to left. */
  export const bidi: import('./core/terminal/bidiLayout').BidiLayout | undefined;
  /** The same, for values from the address; undefined if the story has no open variables, or `bidi` is there already. */
  export const loadBidi: (() => Promise<{ readonly bidi: import('./core/terminal/bidiLayout').BidiLayout }>) | undefined;
}

/** Faces for the characters the story uses and the bundled fonts do not have; empty for most stories. */
declare module 'virtual:story-fonts.css';
/** What crosses under the story; undefined for stories that do not tell. A chunk of its own that the first stop does not load. */
declare module 'virtual:wire' {
  export const wire: import('./core/wire').WireData | undefined;
}

/** The kinds of the story's scenes, and no others: a page loads nothing of the rest. In Node, all built-in kinds. */
declare module 'virtual:kinds' {
  export const kinds: readonly import('./kinds/kind').PageKind[];
}

/**
 * The view of pages that are made of parts: in a chunk of its own if the story does not begin with a page, otherwise, and in Node,
 * with the kinds.
 */
declare module 'virtual:page-view' {
  export const PageView: import('./kinds/kind').LoadedView<import('./kinds/page/scene').PageScene>;
}

/** The views of the parts that the story's pages have, by the parts' types. In Node, those of all parts. */
declare module 'virtual:part-views' {
  export const partViews: Readonly<Record<string, import('./kinds/page/PageContext').PartView>>;
}
