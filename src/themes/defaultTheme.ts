import { palettes } from '../styles/palette';
import type { CompleteTheme } from './theme';

/** The theme of a story that names none. The surfaces are those of `src/styles/tokens.css`. */
export const defaultTheme: CompleteTheme = {
  dark: {
    ...palettes.dark,
    windowBar: '#181825',
    border: '#3b3d52',
    backdropGlow: '#241c33',
    chrome: '#cdd6f4',
    chromeSoft: '#a6adc8',
    chromeField: '#11111b',
  },
  light: {
    ...palettes.light,
    windowBar: '#e6e9ef',
    border: '#bcc0cc',
    backdropGlow: '#eff1f5',
    chrome: '#33354a',
    chromeSoft: '#4c4f69',
    chromeField: '#ffffff',
  },
  contrast: 4.5,
  corners: 14,
  buttons: 'traffic-lights',
};
