/** Shorter values are no secrets by themselves. */
const MIN_LENGTH = 16;

/** Words have longer runs of one kind of letter than random characters have. */
const MAX_MEAN_RUN = 2.7;

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/iu;

/** Parts of a text that may be generated. The first has the characters of base64, which are also those of paths. */
const CANDIDATES = [/[A-Za-z0-9+/]{40,}={0,2}/gu, /[A-Za-z0-9_-]{16,}/gu];

/** Whether a machine made the value: an identifier, a key, a hash. Readable names and numbers are not. */
export function looksGenerated(value: string): boolean {
  if (UUID.test(value)) return true;
  if (value.length < MIN_LENGTH || !/^[A-Za-z0-9+/=_.~-]+$/u.test(value)) return false;
  const runs = value.match(/[A-Z]?[a-z]+|[A-Z]+|\d+/gu) ?? [];
  if (runs.length < 4 || !/[A-Za-z]/u.test(value)) return false;
  return runs.reduce((sum, run) => sum + run.length, 0) / runs.length <= MAX_MEAN_RUN && new Set(value).size >= 8;
}

/** Returns the parts of a text that a machine made. */
export function generatedParts(text: string): readonly string[] {
  return CANDIDATES.flatMap((pattern) => text.match(pattern) ?? []).filter(looksGenerated);
}
