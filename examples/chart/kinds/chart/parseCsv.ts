export interface CsvTable {
  /** Columns of numbers. */
  readonly columns: number;
  readonly rows: readonly { readonly label: string; readonly values: readonly number[] }[];
}

/** Parses lines of a label and numbers. The first line has the titles. Returns the first problem instead, in words. */
export function parseCsv(text: string): CsvTable | { readonly problem: string } {
  const [titles, ...lines] = text.split(/\r?\n/u).filter((line) => line.trim() !== '');
  if (titles === undefined || lines.length === 0) return { problem: 'a file without rows' };
  const columns = titles.split(',').length - 1;
  const rows = lines.map((line) => {
    const [label = '', ...values] = line.split(',').map((cell) => cell.trim());
    return { label, values: values.map(Number) };
  });
  const wrong = rows.findIndex(({ values }) => values.length !== columns || values.some((value) => !(value >= 0)));
  return wrong === -1 ? { columns, rows } : { problem: `line ${wrong + 2}: ${JSON.stringify(lines[wrong])}` };
}
