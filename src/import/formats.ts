import { Option } from 'commander';
import type { ImportFormat } from './format';
import { harOptions, traceOptions } from './traceOptions';

const outOption = (what: string) => new Option('--out <file>', `write ${what} to this file alone, and leave the story as it is`);
const forceOption = () => new Option('--force', 'replace files that are there already');

/** Every format of `understudy import`, by its name. */
export const IMPORT_FORMATS: Readonly<Record<string, ImportFormat>> = {
  cast: {
    summary: 'a recorded terminal session (asciicast) becomes a terminal scene to edit',
    options: [outOption('the scene'), forceOption()],
  },
  har: {
    summary: 'a browser’s network trace (HAR) becomes the messages on the wire, with all secrets replaced',
    options: [...harOptions(), ...traceOptions(), outOption('the wire file'), forceOption()],
  },
  mcp: {
    summary: 'a trace of MCP messages, JSON on each line, becomes the messages on the wire, with all secrets replaced',
    options: [...traceOptions(), outOption('the wire file'), forceOption()],
  },
};
