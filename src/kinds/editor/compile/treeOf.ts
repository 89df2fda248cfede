import type { TreeEntry } from '../scene';
import type { EditorSource } from '../schema/editor';

/** Returns the tree of the files: folders first, then by name, as editors sort. */
export function treeOf(files: EditorSource['files']): readonly TreeEntry[] {
  const names = files.map((each) => (typeof each === 'string' ? each : each.name));
  return entriesOf(
    names.map((file) => ({ file, parts: file.split('/').filter((part) => part !== '') })),
    0,
  );
}

interface NamedFile {
  readonly file: string;
  readonly parts: readonly string[];
}

function entriesOf(files: readonly NamedFile[], depth: number): readonly TreeEntry[] {
  const inFolders = files.filter(({ parts }) => parts.length > depth + 1);
  const folders = [...new Set(inFolders.map(({ parts }) => parts[depth]!))];
  const byName = (a: string, b: string): number => (a.toLowerCase() < b.toLowerCase() ? -1 : 1);
  return [
    ...folders.toSorted(byName).flatMap((name) => [
      { name, depth },
      ...entriesOf(
        inFolders.filter(({ parts }) => parts[depth] === name),
        depth + 1,
      ),
    ]),
    ...files
      .filter(({ parts }) => parts.length === depth + 1)
      .toSorted((a, b) => byName(a.file, b.file))
      .map(({ file, parts }) => ({ name: parts[depth]!, depth, file })),
  ];
}
