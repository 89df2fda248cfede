import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { FORMATS } from '../export/formats';
import { parseSize } from '../export/options';
import { IMPORT_FORMATS } from '../import/formats';
import { loadModule } from '../project/loadModule.mjs';
import { IS_PACKAGED, ROOT } from '../project/project.mjs';
import { KINDS_OF_KEEPING } from '../record/kindsOfKeeping';
import { DEFAULT_STOP_KEY, parseStopKey, type StopKey } from '../record/stopKey';

/** Exit codes of the command, as `understudy --help` lists them. */
const EXIT_CODES = { success: 0, failure: 1, usage: 2 } as const;

const EXIT_CODE_HELP = `
Exit codes: 0 success, 1 a problem in the story or while writing, 2 an unknown command or option, 130 interrupted.`;

/** Splits the command that `record` runs from its own arguments: it stands after `--`. */
function splitRecordedCommand(argv: readonly string[]): readonly [own: readonly string[], command: readonly string[]] {
  const at = argv[0] === 'record' ? argv.indexOf('--') : -1;
  return at < 0 ? [argv, []] : [argv.slice(0, at), argv.slice(at + 1)];
}

/** Runs a command line, without the name of the command. Returns the exit code. @throws with a message for the user */
export async function main(argv: readonly string[]): Promise<number> {
  let status: number = EXIT_CODES.success;
  const [own, recorded] = splitRecordedCommand(argv);
  const program = createProgram((code) => {
    status = code;
  }, recorded);
  try {
    await program.parseAsync([...own], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT_CODES.success : EXIT_CODES.usage;
  }
  return status;
}

/**
 * Returns the parser. Each command loads its code when it runs, so that help and errors are immediate.
 * @param recorded the command that `record` runs
 */
export function createProgram(exit: (code: number) => void, recorded: readonly string[] = []): Command {
  const program = new Command('understudy')
    .description('Plays a scripted demo, terminal and web pages together, stepped forward and back by the presenter.')
    .version(packageVersion())
    .helpCommand(false)
    .addHelpText('after', EXIT_CODE_HELP)
    .exitOverride();

  program
    .command('new <folder>')
    .description('start a story in a new folder: two scenes that play at once')
    .action(async (folder: string) => (await load<typeof import('./commands/new')>('new')).createStory(folder));

  withServerOptions(program.command('dev [folder]').description('serve the story while it is written; saved edits show at once'))
    .option('--open', 'open it in a browser')
    .action(async (folder, options) => (await load<typeof import('./commands/dev')>('dev')).serveStory(folder, options));

  program
    .command('check [folder]')
    .description('look at the story as its presenter would, and list what would embarrass')
    .action(async (folder) => exit(await (await load<typeof import('./commands/check')>('check')).checkStory(folder)));

  program
    .command('build [folder]')
    .description('write static files for any web server, and one file that plays from a disk')
    .addOption(outOption())
    .option('--base <path>', 'the path under which it is served (./, which is any)')
    .option('--site-url <address>', 'the published address, for shared links')
    .addOption(new Option('--only <file>').choices(['index.html', 'standalone.html']).hideHelp())
    .action(async (folder, options) => (await load<typeof import('./commands/build')>('build')).buildStory(folder, options));

  withServerOptions(program.command('preview [folder]').description('serve what build wrote, as the audience gets it'))
    .addOption(outOption())
    .option('--base <path>', 'the path the build was made for')
    .action(async (folder, options) => (await load<typeof import('./commands/preview')>('preview')).previewStory(folder, options));

  program
    .command('present [folder]')
    .description('serve the talk to present it, building it first if needed; with --remote, drive it from a phone or a second laptop too')
    .option('--port <number>', 'port to listen on; the next free one if it is not given', parsePort)
    .option('--remote', 'let devices in the local network take part, each after pairing')
    .option('--host <address>', 'with --remote: the address of this computer that they reach')
    .action(async (folder, options) => (await load<typeof import('./commands/present')>('present')).presentStory(folder, options));

  program
    .command('reference [folder]')
    .description('write a reference of every field, those of the story’s own kinds and blocks included')
    .option('-o, --out <file>', 'where it is written (reference.md)')
    .addOption(new Option('--output <file>').hideHelp())
    .action(async (folder, { out, output = out }) =>
      (await load<typeof import('./commands/reference')>('reference')).writeReference(folder, { output }),
    );

  program
    .command('capture <page>')
    .description('keep states of a real page, an address or a file, as a folder that a scene shows')
    .option('-o, --out <folder>', 'where to write it, beside the scene, such as scenes/product')
    .addOption(new Option('--output <folder>').hideHelp())
    .option('--steps <file>', 'take the steps of this file without a window, instead of walking through the pages yourself')
    .addOption(
      new Option('--size <WxH>', 'size of the page in pixels').argParser(parseSize).default({ width: 1280, height: 800 }, '1280x800'),
    )
    .option('--dark', 'as on a dark screen')
    .option('--timeout <seconds>', 'how long an answer may take', parseSeconds, 30)
    .action(async (page, { out, output = out, ...options }, command) => {
      if (output === undefined) command.error("error: option '-o, --out <folder>' is missing");
      await (await load<typeof import('./commands/capture')>('capture')).capturePages(page, { ...options, output });
    });

  program
    .command('record [folder]')
    .usage('[options] [folder] [-- command]')
    .description('record a shell, or the command after --, as a scene of the story; a key sets its stops')
    .addOption(new Option('--as <what>', 'keep it as this, and ask nothing').choices(KINDS_OF_KEEPING))
    .option('--title <words>', 'title of the scene; its files are named after it')
    .option('--out <file>', 'the cast file to write (session.cast in the story’s folder)')
    .addOption(new Option('--key <name>', 'the key that sets a stop').argParser(parseKey).default(DEFAULT_STOP_KEY, DEFAULT_STOP_KEY.name))
    .action(async (folder, options) =>
      exit(await (await load<typeof import('./commands/record')>('record')).recordSession(folder, recorded, options)),
    );

  const formats = program.command('export').description('write the story as a file to leave behind');
  for (const [name, format] of Object.entries(FORMATS)) {
    const command = formats.command(`${name} [folder]`).description(format.summary);
    for (const option of format.options) command.addOption(option);
    command.action(async (folder, options) =>
      (await load<typeof import('./commands/export')>('export')).exportStory(name, folder, options),
    );
  }

  const imports = program.command('import').description('make a part of the story from a file that something else wrote');
  for (const [name, format] of Object.entries(IMPORT_FORMATS)) {
    const command = imports.command(`${name} <file> [folder]`).description(format.summary);
    for (const option of format.options) command.addOption(option);
    command.action(async (file, folder, options) =>
      (await load<typeof import('./commands/import')>('import')).importFile(name, file, folder, options),
    );
  }
  return program;
}

/** Loads a command. Not `import()`: in the repository, Vite's runner cannot load further modules once `main.ts` is loaded. */
async function load<T>(name: string): Promise<T> {
  return (await loadModule<T>(`cli/commands/${name}.ts`)).module;
}

function outOption(): Option {
  return new Option('--out <folder>', `where the build lies (${IS_PACKAGED ? 'dist in the story’s folder' : 'dist'})`);
}

function withServerOptions(command: Command): Command {
  return command
    .option('--port <number>', 'port to listen on; the next free one if it is not given', parsePort)
    .option('--host [address]', 'address to listen on; without a value every one of this computer');
}

function parsePort(value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('It is a number from 0 to 65535.');
  return port;
}

function parseSeconds(value: string): number {
  const seconds = Number(value);
  if (!(seconds >= 1 && seconds <= 600)) throw new InvalidArgumentError('It is a number of seconds from 1 to 600.');
  return seconds;
}

function parseKey(value: string): StopKey {
  const key = parseStopKey(value);
  if (!key) throw new InvalidArgumentError('It is F5 to F12, or Ctrl and a sign that shells do not need, such as "Ctrl+\\".');
  return key;
}

function packageVersion(): string {
  return (JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string }).version;
}
