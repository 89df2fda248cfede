import { readdirSync, readFileSync } from 'node:fs';

/** Resident memory in bytes. */
export interface ProcessMemory {
  /** Of the process itself. */
  readonly own: number;
  /** Of all processes that it started; what they share is counted once, by its proportional share. */
  readonly browsers: number;
}

/** Measures a process and those that it started; undefined where there is no /proc, and after its end. */
export function processMemory(pid: number): ProcessMemory | undefined {
  const own = memoryOf(pid);
  if (own === undefined) return undefined;
  const parents = readParents();
  const browsers = [...parents.keys()].filter((each) => each !== pid && hasAncestor(each, pid, parents));
  return { own, browsers: browsers.reduce((sum, each) => sum + (memoryOf(each) ?? 0), 0) };
}

/** Returns the parent of each process. */
function readParents(): ReadonlyMap<number, number> {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/u.test(name)) continue;
    // The name of the command stands in parentheses and may hold anything.
    const fields = /^.*\) \S (\d+)/su.exec(read(`/proc/${name}/stat`));
    if (fields) parents.set(Number(name), Number(fields[1]));
  }
  return parents;
}

function hasAncestor(pid: number, ancestor: number, parents: ReadonlyMap<number, number>): boolean {
  for (let each = parents.get(pid); each !== undefined && each > 1; each = parents.get(each)) if (each === ancestor) return true;
  return false;
}

function memoryOf(pid: number): number | undefined {
  const kilobytes = /^Pss:\s+(\d+) kB/mu.exec(read(`/proc/${pid}/smaps_rollup`))?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
