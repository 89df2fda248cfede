/** How much of a JSON value is kept: a talk shows some lines of it. */
const LIMITS = { depth: 7, items: 4, keys: 24, values: 70, characters: 20_000, keyCharacters: 80 } as const;

/**
 * Returns a copy of a JSON value for a panel: deeper parts, further items and keys become “…”. Long texts are cut later, when
 * the secrets in them are replaced. Keys such as `__proto__` are ordinary keys of the copy.
 */
export function boundJson(value: unknown): unknown {
  let left = LIMITS.values;
  const visit = (each: unknown, depth: number): unknown => {
    left -= 1;
    if (typeof each === 'string') return each.slice(0, LIMITS.characters);
    if (typeof each !== 'object' || each === null) return each;
    if (depth >= LIMITS.depth || left <= 0) return Array.isArray(each) ? (each.length === 0 ? [] : ['…']) : isEmpty(each) ? {} : '…';
    return Array.isArray(each) ? boundList(each, depth) : boundObject(each, depth);
  };
  const boundList = (list: readonly unknown[], depth: number): unknown[] => {
    // Short values stand on one line.
    const most = list.some((item) => typeof item === 'object') ? LIMITS.items : LIMITS.items * 4;
    const kept: unknown[] = [];
    for (const item of list.slice(0, most)) if (left > 0) kept.push(visit(item, depth + 1));
    return kept.length < list.length ? [...kept, `… ${list.length - kept.length} more`] : kept;
  };
  const boundObject = (object: object, depth: number): object => {
    const names = Object.keys(object);
    const kept: [string, unknown][] = [];
    for (const name of names.slice(0, LIMITS.keys))
      if (left > 0) kept.push([name.slice(0, LIMITS.keyCharacters), visit((object as Record<string, unknown>)[name], depth + 1)]);
    if (kept.length < names.length) kept.push(['…', `${names.length - kept.length} more`]);
    return Object.fromEntries(kept);
  };
  return visit(value, 0);
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0;
}
