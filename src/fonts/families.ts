/** The families of the bundled fonts. */
export const MONO_FAMILY = 'Understudy Mono';
export const SANS_FAMILY = 'Understudy Sans';
/** Story fonts for pages. Browsers would prefer the variable font for every weight if these were in its family. */
export const STORY_FAMILY = 'Understudy Story';
/** Emoji of a story. The family comes first, since only its font tells ⚠ from ⚠️. */
export const EMOJI_FAMILY = 'Understudy Emoji';
/** The sans font of a configured theme. Its terminal font is added to {@link MONO_FAMILY}, which keeps the characters it lacks. */
export const THEME_FAMILY = 'Understudy Theme';
