/**
 * Screens with their device pixel ratio and the smallest text allowed on them, in CSS pixels. Phones may scroll, which a
 * cue must announce; a projector cannot be scrolled.
 */
export const SCREENS = [
  { width: 1920, height: 1080, ratio: 1, smallest: 24 },
  { width: 1280, height: 720, ratio: 1 },
  { width: 1024, height: 768, ratio: 1 },
  { width: 1366, height: 768, ratio: 1 },
  { width: 1500, height: 768, ratio: 1 },
  { width: 1920, height: 1080, ratio: 1.5 },
  { width: 2560, height: 1080, ratio: 1 },
  { width: 3840, height: 2160, ratio: 1 },
  { width: 960, height: 540, ratio: 2 },
  { width: 1024, height: 768, ratio: 2 },
  { width: 390, height: 844, ratio: 1, smallest: 12, scrolls: true },
  { width: 844, height: 390, ratio: 1, scrolls: true },
] as const;
