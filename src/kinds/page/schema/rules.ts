/** Reports what was found and what is expected. */
type ReportRule = (found: string, expected: string) => void;

type PartRule = (part: Readonly<Record<string, unknown>>, report: ReportRule) => void;

interface ChartFields {
  readonly shape?: string | undefined;
  readonly labels: readonly string[];
  readonly series: readonly { readonly values: readonly number[] }[];
}

/** Rules on several fields of a part, by its type. They hold in the file and after each change of a step. */
export const partRules: Readonly<Record<string, PartRule | undefined>> = {
  chart: (part, report) => {
    const { shape, labels, series } = part as unknown as ChartFields;
    const values = series.flatMap((each) => each.values);
    const lengths = new Set(series.map((each) => each.values.length));
    if (lengths.size > 1 || !lengths.has(labels.length))
      report(`${labels.length} labels and ${[...lengths].join(' and ')} values`, 'as many values in each series as labels');
    if (shape !== 'donut') return;
    if (series.length > 1) report(`${series.length} series`, 'one series, since a ring has one');
    if (values.some((value) => value < 0)) report('a negative value', 'no negative values in a ring');
  },
  code: ({ json, text }, report) => {
    if ((json === undefined) === (text === undefined))
      report(json === undefined ? 'no code' : 'both', 'exactly one of "json" (a value) and "text" (lines)');
  },
};

/** Returns a check of a part's schema that applies its rule. */
export function rule(type: string) {
  return (part: object, context: { addIssue(issue: { code: 'custom'; path: PropertyKey[]; message: string }): void }): void =>
    partRules[type]?.(part as Readonly<Record<string, unknown>>, (_, expected) =>
      context.addIssue({ code: 'custom', path: [], message: expected }),
    );
}
