import type { Block, CodeToken } from '../../core/story';
import type { StepDescription } from '../../core/timeline';
import type { CodeRow, EditorScene, Pane } from './scene';

/** Describes a step of an editor. */
export function describeEditorStep(scene: EditorScene, step: number): StepDescription {
  const { window, steps, printed } = scene;
  const current = steps[step];
  const output = printed[step]?.lines ?? [];
  const panes = (current?.panes ?? []).map((pane) => ({ pane, lines: newLines(scene, pane, step) }));
  const messages = (current?.panes ?? []).flatMap((pane) => messageLines(scene, pane));
  const code = panes.filter(({ lines }) => lines.length > 0);
  return {
    surface: 'browser',
    chrome: 'window',
    tab: { title: window },
    playMs: current?.playMs ?? 0,
    textLines: [
      ...(step === 0 ? [window] : []),
      ...code.flatMap(({ pane: { file }, lines }) => [
        file,
        ...lines.map(({ sign, tokens }) => sign + tokens.map(([text]) => text).join('')),
      ]),
      ...messages,
      ...output,
    ],
    readableBlocks: [
      ...(step === 0 ? [{ type: 'text', lines: [window] } as const] : []),
      ...code.map(({ pane: { file }, lines }): Block => ({
        type: 'code',
        label: file,
        lines: lines.map(({ sign, tokens }) => (sign === '' ? tokens : [[sign, 'dim'], ...tokens])),
      })),
      ...[messages, output].filter((lines) => lines.length > 0).map((lines): Block => ({ type: 'text', lines: [...lines] })),
    ],
  };
}

interface NewLine {
  readonly sign: '' | '+ ' | '- ';
  readonly tokens: readonly CodeToken[];
}

/** Returns the lines of a file when it is first seen, and after that those added and removed. */
function newLines({ lines, views, steps }: EditorScene, pane: Pane, step: number): readonly NewLine[] {
  const earlier = steps.slice(0, step).findLast(({ panes }) => panes.some(({ file }) => file === pane.file));
  const before = earlier?.panes.find(({ file }) => file === pane.file);
  const tokensOf = (line: number): readonly CodeToken[] => lines[line]!.map(([text, role]) => [text, role]);
  const rows = views[pane.view]!;
  if (!before) return rows.map(([line, , sign]) => ({ sign: sign === '+' || sign === '-' ? `${sign} ` : '', tokens: tokensOf(line) }));
  if (before.view === pane.view) return [];
  const isRemoved = ([, , sign]: CodeRow): boolean => sign === '-';
  if (rows.some(([, , sign]) => sign === '+') || rows.some(isRemoved))
    return rows.flatMap(([line, , sign]) => (sign === '+' || sign === '-' ? [{ sign: `${sign} ` as const, tokens: tokensOf(line) }] : []));
  const shown = steps.slice(0, step).flatMap(({ panes }) => panes.flatMap(({ file, view }) => (file === pane.file ? [view] : [])));
  const seen = [...new Set(shown)].flatMap((view) => views[view]!);
  const known = new Set(seen.filter((row) => !isRemoved(row)).map(([line]) => line));
  const now = new Set(rows.map(([line]) => line));
  // What is folded is still there.
  const isFolded = rows.some(([, , sign]) => sign === 'folded');
  const whole = shown.findLast((view) => views[view]!.every(([, , sign]) => sign === undefined)) ?? before.view;
  const gone = isFolded ? [] : views[whole]!.filter(([line]) => !now.has(line));
  return [
    ...gone.map(([line]): NewLine => ({ sign: '- ', tokens: tokensOf(line) })),
    ...[...now].filter((line) => !known.has(line)).map((line): NewLine => ({ sign: '+ ', tokens: tokensOf(line) })),
  ].filter(({ tokens }) => tokens.length > 0);
}

function messageLines({ views }: EditorScene, { file, view, messages = [] }: Pane): readonly string[] {
  return messages.map(({ row, severity, text }) => `${file}:${views[view]![row]![1]}: ${severity}: ${text}`);
}
