import { spawn } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { dwellMs } from '../../src/core/dwellMs';
import { maxOf } from '../../src/core/maxOf';
import { selectStops } from '../../src/export/selection';
import { ROOT } from '../../src/project/project.mjs';
import { processMemory, type ProcessMemory } from './processMemory';

interface ExportFigures {
  /** The command line after `understudy export`. */
  readonly command: string;
  readonly bytes: number;
  readonly seconds: number;
  /** The largest memory found, in bytes; undefined where there is no /proc. */
  readonly memory: ProcessMemory | undefined;
}

export interface ExportResults {
  /** Seconds the demo plays by itself: typing, transitions, and the time to read each stop. */
  readonly playSeconds: number;
  readonly figures: readonly ExportFigures[];
}

/** What is measured, one after the other, with the demo. */
const COMMANDS: readonly (readonly [args: readonly string[], file: string])[] = [
  [['pdf'], 'talk.pdf'],
  [['html'], 'talk.html'],
  [['pptx'], 'talk.pptx'],
  [['svg', '--scene', 'agent'], 'agent.svg'],
  [['cast'], 'talk.cast'],
  [['gif'], 'talk.gif'],
  [['webm'], 'talk.webm'],
  [['mp4'], 'talk.mp4'],
];

const SAMPLE_INTERVAL_MS = 200;

/** Exports the demo in every format and measures size, time and memory. The build that they share is made before. */
export async function measureExports(log: (text: string) => void): Promise<ExportResults> {
  const folder = await mkdtemp(path.join(tmpdir(), 'understudy-exports-'));
  try {
    const { stops } = await selectStops(path.join(ROOT, 'scenes'), {});
    const playMs = stops.reduce((sum, stop) => sum + stop.enterMs + stop.playMs + dwellMs(stop), 0);
    log('building the demo');
    await runCommand(['build', 'scenes'], folder);
    const figures: ExportFigures[] = [];
    for (const [args, name] of COMMANDS) {
      const command = args.join(' ');
      log(command);
      const started = performance.now();
      const memory = await runCommand(['export', ...args, 'scenes', '--out', path.join(folder, name)], folder);
      const seconds = (performance.now() - started) / 1000;
      figures.push({ command, seconds, memory, bytes: (await stat(path.join(folder, name))).size });
    }
    return { playSeconds: playMs / 1000, figures };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs the command and returns the largest memory it had, with the browsers it starts. @throws if it fails */
async function runCommand(args: readonly string[], folder: string): Promise<ProcessMemory | undefined> {
  const child = spawn(process.execPath, [path.join(ROOT, 'src/cli/understudy.mjs'), ...args], {
    cwd: ROOT,
    env: { ...process.env, NO_COLOR: '1', TMPDIR: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (data: Buffer) => (errors += String(data)));
  const samples: ProcessMemory[] = [];
  const timer = setInterval(() => {
    const sample = child.pid === undefined ? undefined : processMemory(child.pid);
    if (sample) samples.push(sample);
  }, SAMPLE_INTERVAL_MS);
  const code = await new Promise((resolve) => child.once('exit', resolve)).finally(() => clearInterval(timer));
  if (code !== 0) throw new Error(`understudy ${args.join(' ')} ended with ${String(code)}:\n${errors}`);
  if (samples.length === 0) return undefined;
  return { own: maxOf(samples.map(({ own }) => own)), browsers: maxOf(samples.map(({ browsers }) => browsers)) };
}
