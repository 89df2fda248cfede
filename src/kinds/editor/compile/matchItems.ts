/** More differences than this are taken as another text: the search takes time and memory in their square. */
const MAX_DIFFERENCES = 1000;

/**
 * Returns the position in `before` of each item of `after` that stays, and -1 for those that are new: a longest common subsequence, by
 * E. W. Myers, “An O(ND) difference algorithm and its variations” (1986). Deterministic.
 */
export function matchItems(before: readonly string[], after: readonly string[]): number[] {
  const matches = Array.from({ length: after.length }, () => -1);
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) matches[start] = start++;
  let [endBefore, endAfter] = [before.length, after.length];
  while (endBefore > start && endAfter > start && before[endBefore - 1] === after[endAfter - 1]) matches[--endAfter] = --endBefore;
  const inner = shortestEdit(before.slice(start, endBefore), after.slice(start, endAfter));
  for (const [from, to] of inner) matches[start + to] = start + from;
  return matches;
}

function shortestEdit(a: readonly string[], b: readonly string[]): readonly (readonly [a: number, b: number])[] {
  const limit = Math.min(a.length + b.length, MAX_DIFFERENCES);
  const furthest = new Map<number, number>([[1, 0]]);
  const trace: ReadonlyMap<number, number>[] = [];
  for (let edits = 0; edits <= limit; edits += 1) {
    trace.push(new Map(furthest));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = stepsDown(furthest, diagonal, edits) ? furthest.get(diagonal + 1)! : furthest.get(diagonal - 1)! + 1;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1;
      furthest.set(diagonal, x);
      if (x >= a.length && x - diagonal >= b.length) return backtrack(a, b, trace);
    }
  }
  return [];
}

/** Whether the best path to a diagonal comes from the one above, by an inserted item. */
function stepsDown(furthest: ReadonlyMap<number, number>, diagonal: number, edits: number): boolean {
  return diagonal === -edits || (diagonal !== edits && furthest.get(diagonal - 1)! < furthest.get(diagonal + 1)!);
}

function backtrack(a: readonly string[], b: readonly string[], trace: readonly ReadonlyMap<number, number>[]): [number, number][] {
  const pairs: [number, number][] = [];
  let [x, y] = [a.length, b.length];
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const diagonal = x - y;
    const previous = stepsDown(trace[edits]!, diagonal, edits) ? diagonal + 1 : diagonal - 1;
    const fromX = trace[edits]!.get(previous)!;
    const fromY = fromX - previous;
    while (x > Math.max(fromX, 0) && y > Math.max(fromY, 0) && a[x - 1] === b[y - 1]) pairs.push([--x, --y]);
    [x, y] = [fromX, fromY];
  }
  return pairs;
}
