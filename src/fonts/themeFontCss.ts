import { MONO_FAMILY } from './families.ts';

/** A font file of a theme and the descriptors of its `@font-face` rule. */
export interface ThemeFont {
  /** The name of the built file, without extension. */
  readonly name: string;
  readonly file: string;
  /** Of the file's content. */
  readonly digest: string;
  readonly descriptors: readonly string[];
}

/** Returns the `@font-face` rules of a theme's fonts. */
export function themeFontCss(fonts: readonly ThemeFont[], urlOf: (font: ThemeFont) => string): string {
  return fonts
    .map((font) => {
      const source = `src:url(${JSON.stringify(urlOf(font))}) format('woff2')`;
      const display = font.descriptors[0]!.includes(MONO_FAMILY) ? 'block' : 'swap';
      return `@font-face{${[...font.descriptors, source, 'font-style:normal', `font-display:${display}`].join(';')}}`;
    })
    .join('\n');
}
