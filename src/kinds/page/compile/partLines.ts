import { plainText, type InlineText } from '../../../core/inlineText';
import { isPart, type PartNode } from './partTree';

const STATE_SIGNS: Readonly<Record<string, string>> = { pending: '○', running: '…', ok: '✓', failed: '✗', skipped: '–' };

type Fields = Readonly<Record<string, unknown>>;

const text = (value: unknown): string => {
  if (value === undefined || value === null || isPart(value)) return '';
  return Array.isArray(value) ? plainText(value as InlineText) : String(value);
};
const joined = (...values: readonly unknown[]): string =>
  values
    .map(text)
    .filter((each) => each !== '')
    .join(' ');
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const entryText = (entry: unknown): string => {
  const { label, count } = entry as { label?: string; count?: string };
  return typeof entry === 'string' ? entry : joined(label, count);
};
/** The entries of a menu, with the chosen one in brackets. */
const entries = ({ items, active }: Fields): string =>
  list(items)
    .map((entry) => {
      const label = typeof entry === 'string' ? entry : (entry as { label: string }).label;
      return label === active ? `[${entryText(entry)}]` : entryText(entry);
    })
    .join(' · ');
/** Cells of a row; parts in cells are read after it. */
const rowLine = (row: unknown): string => {
  const cells = list(row).map((cell) => (isPart(cell) ? ownLines(cell).join(' ') : text(cell)));
  return cells.join(' | ');
};
const codeLines = (part: Fields): readonly string[] => {
  const { label, json, text: source, lang } = part as { label?: string; json?: unknown; text?: unknown; lang?: string };
  const lines = json === undefined ? list(typeof source === 'string' ? [source] : source) : JSON.stringify(json, null, 2).split('\n');
  return [...(label === undefined ? [] : [label]), ...lines.map(String)].filter(() => lang !== undefined);
};
const said = ({ by, badge, when, text: words }: Fields): readonly string[] => {
  const speaker = joined(by, badge && `[${text(badge)}]`, when);
  return [words === undefined ? speaker : `${speaker}: ${text(words)}`];
};

/** The lines of each part in words, without the parts inside it. */
const LINES: Readonly<Record<string, (part: Fields) => readonly string[]>> = {
  columns: () => [],
  row: () => [],
  section: ({ title, note }) => [joined(title, note)],
  card: ({ title, note }) => [joined(title, note)],
  divider: ({ label }) => [joined(label)],
  nav: (part) => [joined(part['brand'], entries(part))],
  tabs: (part) => [entries(part)],
  heading: ({ text: words, note }) => [joined(words, note)],
  text: ({ text: words }) => [joined(words)],
  list: ({ items, marker }) =>
    list(items).flatMap((item, index) =>
      isPart(item) ? [] : [joined(marker === 'number' ? `${index + 1}.` : marker === 'none' ? '' : '•', item)],
    ),
  table: ({ head, rows }) => [...(head === undefined ? [] : [rowLine(head)]), ...list(rows).map(rowLine)],
  code: codeLines,
  diff: codeLines,
  field: ({ label, value, placeholder, input, hint, error }) => [
    joined(label && `${text(label)}:`, input === 'password' && value ? '••••••••' : (value ?? placeholder), error ?? hint),
  ],
  button: ({ label }) => [`[ ${text(label)} ]`],
  checkbox: ({ label, checked, note }) => [joined(checked ? '☑' : '☐', label, note)],
  switch: ({ label, checked, note }) => [joined(label, checked ? '(on)' : '(off)', note)],
  select: ({ label, value, options, open }) => [joined(label && `${text(label)}:`, value), ...(open ? list(options).map(text) : [])],
  menu: (part) => (part['open'] ? [joined(part['label'], '▾'), entries(part)] : [joined(part['label'], '▾')]),
  badge: ({ text: words }) => [joined(words)],
  status: ({ text: words, state, note }) => [joined(STATE_SIGNS[text(state)], words, note)],
  progress: ({ label, value, note }) => [joined(label, `${text(value)} %`, note)],
  alert: ({ title, text: words }) => [joined(title), joined(words)],
  toast: ({ title, text: words }) => [joined(title), joined(words)],
  dialog: ({ title }) => [joined(title)],
  avatar: ({ name, named }) => (named ? [joined(name)] : []),
  comment: said,
  message: said,
  chat: ({ title, note, draft }) => [joined(title, note), joined(draft)],
  stat: ({ label, value, change }) => [joined(label && `${text(label)}:`, value, change && `(${text(change)})`)],
  chart: ({ title, labels, series, unit }) => [
    joined(title),
    ...list(series).map((each) => {
      const { label, values } = each as { label?: string; values: readonly number[] };
      const pairs = values.map((value, index) => joined(`${text(list(labels)[index])}:`, value, unit));
      return joined(label && `${label}:`, pairs.join(', '));
    }),
  ],
  icon: () => [],
  logo: () => [],
  image: ({ alt, caption }) => [joined(alt), joined(caption)],
};

/** Returns the lines of a part in words, without the parts inside it. */
export function ownLines(part: PartNode): readonly string[] {
  return (LINES[part.type]?.(part) ?? []).filter((line) => line !== '');
}

/** Whether the part is read: dialogs that are closed are not. */
export function isShown(part: PartNode): boolean {
  return !(part.type === 'dialog' && part['open'] === false);
}

/** Whether the lines of a part contain those of the parts in its cells. */
export function readsItsCells(part: PartNode): boolean {
  return part.type === 'table';
}
