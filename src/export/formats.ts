import { Option } from 'commander';
import type { ExportFormat } from './format';
import {
  captionsOption,
  cutOption,
  dprOption,
  focusOption,
  inkOption,
  notesOption,
  outOptions,
  sceneOption,
  setOption,
  sizeOption,
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
  mermaid: {
    summary: 'the messages on the wire as a Mermaid sequence diagram',
    options: [...outOptions('file', 'the story’s id, and .mmd'), cutOption(), setOption()],
  },
};
