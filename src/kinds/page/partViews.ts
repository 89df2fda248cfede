import type { PartView } from './PageContext';

const modules = import.meta.glob<PartView>('./views/*.tsx', { eager: true, import: 'default' });

/** The views of all parts, by their type. A built page has `virtual:part-views` in its place: the parts of its story only. */
export const partViews: Readonly<Record<string, PartView>> = Object.fromEntries(
  Object.entries(modules).map(([file, view]) => [partType(file), view]),
);

/** Returns the type of the part that a file of `views` draws. */
function partType(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.tsx$/u, '');
}
