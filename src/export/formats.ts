import { Option } from 'commander';
import type { ExportFormat } from './format';
import {
  captionsOption,
  cutOption,
  focusOption,
  inkOption,
  notesOption,
  outputOption,
  parseScale,
  parseSize,
  sceneOption,
  themeOption,
  wireOption,
} from './options';

/** Every format of `understudy export`, by its name. */
export const FORMATS: Readonly<Record<string, ExportFormat>> = {
  pdf: {
    summary: 'one file, a page for each stop, with text to select and bookmarks',
    options: [
      outputOption('file', 'handout.pdf'),
      captionsOption(),
      notesOption(),
      wireOption(),
      inkOption(),
      focusOption('a frame around what matters at a stop'),
      sceneOption(),
      cutOption(),
      themeOption('light'),
    ],
  },
  png: {
    summary: 'a picture of each stop, as the audience sees it',
    options: [
      outputOption('folder', 'handout-png'),
      new Option('--size <WxH>', 'in pixels of the page').argParser(parseSize).default({ width: 1920, height: 1080 }, '1920x1080'),
      new Option('--dpr <number>', 'pixels of the picture for each of the page').argParser(parseScale).default(1),
      focusOption('what matters at a stop lit or shown larger'),
      sceneOption(),
      cutOption(),
      themeOption('dark'),
    ],
  },
  html: {
    summary: 'one page to read from top to bottom, which needs no JavaScript and no network',
    options: [
      outputOption('file', 'handout.html'),
      new Option('--transcript', 'below each picture, its text'),
      captionsOption(),
      notesOption(),
      wireOption(),
      sceneOption(),
      cutOption(),
      themeOption('light'),
    ],
  },
  cast: {
    summary: 'what happens in the terminal as an asciicast, with a marker for each stop',
    options: [
      outputOption('file', 'the scene’s or story’s id, and .cast'),
      sceneOption(),
      cutOption(),
      new Option(
        '--stop <name>',
        'this stop alone, by its name in the overview, such as 5.3, or a scene’s number; may be given several times',
      ).argParser((value: string, names: readonly string[] = []) => [...names, value]),
      new Option('--v2', 'version 2 of the format, for players that do not know version 3'),
    ],
  },
  mermaid: {
    summary: 'the messages on the wire as a Mermaid sequence diagram',
    options: [outputOption('file', 'the story’s id, and .mmd'), cutOption()],
  },
};
