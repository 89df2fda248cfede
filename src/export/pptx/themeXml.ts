import { ROLES } from '../../core/roles';
import type { Palette } from '../../core/theme';

/** Colours of paper, for the pages with notes. */
const PAPER = { text: '000000', background: 'FFFFFF', accents: ['1650C4', '1F6D12', 'B80028', '7D5200', '04627D', '6D28C9'] };

/** Returns the theme that a slide master needs, in the colours of the story; in those of paper without a palette. */
export function themeXml(theme: 'light' | 'dark', palette: Palette | undefined): string {
  const { text, background, accents } = palette === undefined ? PAPER : coloursOf(palette);
  const [dark, light] = theme === 'dark' ? [background, text] : [text, background];
  const colour = (name: string, value: string): string => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`;
  const colours = [
    colour('dk1', dark),
    colour('lt1', light),
    colour('dk2', dark),
    colour('lt2', light),
    ...accents.map((accent, index) => colour(`accent${index + 1}`, accent)),
    colour('hlink', accents[0]!),
    colour('folHlink', accents[5]!),
  ];
  return (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Understudy"><a:themeElements>' +
    `<a:clrScheme name="Understudy">${colours.join('')}</a:clrScheme>` +
    `<a:fontScheme name="Understudy"><a:majorFont>${FONTS}</a:majorFont><a:minorFont>${FONTS}</a:minorFont></a:fontScheme>` +
    `${FORMATS}</a:themeElements></a:theme>`
  );
}

function coloursOf({ window, roles }: Palette): typeof PAPER {
  const hex = (colour: string): string => colour.slice(1, 7).toUpperCase();
  const accents = ROLES.filter((role) => role !== 'text' && role !== 'dim').slice(0, 6);
  return { text: hex(roles.text), background: hex(window), accents: accents.map((role) => hex(roles[role])) };
}

const FONTS = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>';

/** The format wants three of each; nothing on the slides uses them. */
const FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'.repeat(3);
const LINE = '<a:ln w="9525"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>'.repeat(3);
const EFFECT = '<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3);
const FORMATS =
  `<a:fmtScheme name="Understudy"><a:fillStyleLst>${FILL}</a:fillStyleLst><a:lnStyleLst>${LINE}</a:lnStyleLst>` +
  `<a:effectStyleLst>${EFFECT}</a:effectStyleLst><a:bgFillStyleLst>${FILL}</a:bgFillStyleLst></a:fmtScheme>`;
