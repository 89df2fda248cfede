import process from 'node:process';

/** The signals that interrupt a command, and its exit codes then. */
const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
const NAMES = Object.keys(SIGNALS) as (keyof typeof SIGNALS)[];

function exit(signal: keyof typeof SIGNALS): void {
  console.error('Interrupted; nothing was written.');
  process.exit(SIGNALS[signal]);
}

/** Runs `work`. If the process is interrupted meanwhile, calls `cleanUp`, which cannot wait, and exits with the signal's code. */
export async function withCleanup<T>(cleanUp: () => void, work: () => Promise<T>): Promise<T> {
  process.on('exit', cleanUp);
  for (const name of NAMES) process.on(name, exit);
  try {
    return await work();
  } finally {
    process.off('exit', cleanUp);
    for (const name of NAMES) process.off(name, exit);
  }
}
