import { Option } from 'commander';
import { CODECS, type FilmFormat } from './film/codecs';
import type { ExportFormat } from './format';
import {
  captionsOption,
  colsOption,
  cutOption,
  dprOption,
  dwellOption,
  filmOptions,
  focusOption,
  inkOption,
  notesOption,
  outOptions,
  parseBytes,
  parseLoop,
  sceneOption,
  setOption,
  sizeOption,
  speedOption,
  stopOption,
  themeOption,
  wireOption,
} from './options';

/** Every format of `understudy export`, by its name. */
export const FORMATS: Readonly<Record<string, ExportFormat>> = {
  pdf: {
    summary: 'one file, a page for each stop, with text to select and bookmarks',
    options: [
      ...outOptions('file', 'handout.pdf'),
      captionsOption(),
      notesOption(),
      wireOption(),
      inkOption(),
      focusOption('a frame around what matters at a stop'),
      sceneOption(),
      cutOption(),
      setOption(),
      themeOption('light'),
    ],
  },
  png: {
    summary: 'a picture of each stop, as the audience sees it',
    options: [
      ...outOptions('folder', 'handout-png'),
      sizeOption(),
      dprOption(),
      focusOption('what matters at a stop lit or shown larger'),
      sceneOption(),
      stopOption(),
      cutOption(),
      setOption(),
      themeOption('dark'),
    ],
  },
  pptx: {
    summary: 'slides for PowerPoint, Keynote or Impress: a picture of each stop, with title, notes and alternative text',
    options: [
      ...outOptions('file', 'slides.pptx'),
      sizeOption(),
      dprOption(),
      captionsOption('in each picture, its caption'),
      focusOption('what matters at a stop lit or shown larger'),
      sceneOption(),
      stopOption(),
      cutOption(),
      setOption(),
      themeOption('dark'),
    ],
  },
  mp4: { summary: 'a film of the talk, in H.264', options: filmFormatOptions('mp4') },
  webm: { summary: 'a film of the talk, in VP9', options: filmFormatOptions('webm') },
  gif: {
    summary: 'an animated picture of the talk, for a README',
    options: [
      ...outOptions('file', 'film.gif'),
      sizeOption({ width: 800, height: 450 }, 'in pixels of the GIF'),
      new Option('--max-size <bytes>', 'with fewer colours, then frames, then pixels until it fits, such as 8MB or 500kB').argParser(
        parseBytes,
      ),
      new Option('--loop <number>', 'how often it plays; 0 for ever').argParser(parseLoop).default(0),
      ...filmOptions(12.5),
      sceneOption(),
      stopOption(),
      cutOption(),
      setOption(),
      themeOption('dark'),
    ],
  },
  html: {
    summary: 'one page to read from top to bottom, which needs no JavaScript and no network',
    options: [
      ...outOptions('file', 'handout.html'),
      new Option('--transcript', 'below each picture, its text'),
      captionsOption(),
      notesOption(),
      wireOption(),
      sceneOption(),
      cutOption(),
      setOption(),
      themeOption('light'),
    ],
  },
  cast: {
    summary: 'what happens in the terminal as an asciicast, with a marker for each stop',
    options: [
      ...outOptions('file', 'the scene’s or story’s id, and .cast'),
      sceneOption(),
      stopOption(),
      cutOption(),
      setOption(),
      new Option('--v2', 'version 2 of the format, for players that do not know version 3'),
    ],
  },
  svg: {
    summary: 'what happens in the terminal as one animated picture, for a README',
    options: [
      ...outOptions('file', 'the scene’s or story’s id, and .svg'),
      sceneOption(),
      stopOption(),
      cutOption(),
      setOption(),
      new Option('--theme <name>', 'its colours; both follow what the reader prefers').choices(['light', 'dark', 'both']).default('both'),
      colsOption(92),
      speedOption(),
      dwellOption(),
      new Option('--once', 'ends with the last stop instead of starting again'),
      new Option('--still', 'the end of the last stop, without movement'),
    ],
  },
  mermaid: {
    summary: 'the messages on the wire as a Mermaid sequence diagram',
    options: [...outOptions('file', 'the story’s id, and .mmd'), cutOption(), setOption()],
  },
};

function filmFormatOptions(format: FilmFormat): readonly Option[] {
  return [
    ...outOptions('file', `film.${format}`),
    sizeOption(),
    new Option('--codec <name>', 'how it is encoded').choices(CODECS[format]).default(CODECS[format][0]),
    ...filmOptions(30),
    sceneOption(),
    stopOption(),
    cutOption(),
    setOption(),
    themeOption('dark'),
  ];
}
