import { spawn } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { dwellMs } from '../../src/core/dwellMs';
import type { Stop } from '../../src/core/timeline';
import { maxOf } from '../../src/core/maxOf';
import { selectStops } from '../../src/export/selection';
import { ROOT } from '../../src/project/project.mjs';
import { processMemory, type ProcessMemory } from './processMemory';

export interface ExportFigures {
  /** The command line after `understudy export`. */
  readonly command: string;
  readonly bytes: number;
  readonly seconds: number;
  /** Seconds that the film plays; undefined for what is no film. */
  readonly playSeconds: number | undefined;
  /** The largest memory found, in bytes; undefined where there is no /proc. */
  readonly memory: ProcessMemory | undefined;
}

interface Measurement {
  readonly args: readonly string[];
  readonly file: string;
  /** Returns how long a film stays at a stop, in milliseconds; left out for what is no film. */
  readonly dwell?: (stop: Stop) => number;
}

const twoSeconds = (): number => 2000;

/** What is measured, one after the other, with the demo. */
const MEASUREMENTS: readonly Measurement[] = [
  { args: ['pdf'], file: 'talk.pdf' },
  { args: ['html'], file: 'talk.html' },
  { args: ['pptx'], file: 'talk.pptx' },
  { args: ['svg', '--scene', 'agent'], file: 'agent.svg' },
  { args: ['cast'], file: 'talk.cast' },
  { args: ['gif', '--dwell', '2'], file: 'talk.gif', dwell: twoSeconds },
  { args: ['webm', '--dwell', '2'], file: 'talk.webm', dwell: twoSeconds },
  { args: ['mp4', '--dwell', '2'], file: 'short.mp4', dwell: twoSeconds },
  { args: ['mp4'], file: 'talk.mp4', dwell: dwellMs },
];

const SAMPLE_INTERVAL_MS = 200;

/** Exports the demo in every format and measures size, time and memory. The build that they share is made before. */
export async function measureExports(log: (text: string) => void): Promise<readonly ExportFigures[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'understudy-exports-'));
  try {
    const { stops } = await selectStops(path.join(ROOT, 'scenes'), {});
    log('building the demo');
    await runCommand(['build', 'scenes'], folder);
    const figures: ExportFigures[] = [];
    for (const { args, file, dwell } of MEASUREMENTS) {
      const command = args.join(' ');
      log(command);
      const started = performance.now();
      const memory = await runCommand(['export', ...args, 'scenes', '--out', path.join(folder, file)], folder);
      const seconds = (performance.now() - started) / 1000;
      const playSeconds = dwell && stops.reduce((sum, stop) => sum + stop.enterMs + stop.playMs + dwell(stop), 0) / 1000;
      figures.push({ command, seconds, playSeconds, memory, bytes: (await stat(path.join(folder, file))).size });
    }
    return figures;
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
