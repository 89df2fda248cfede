import { createRequire } from 'node:module';
import { closestMatch } from '../../../core/closestMatch';
import type { CompileContext } from '../../compileContext';
import type { IconShape } from '../scene';
import { splitGraphemes } from '../../../core/terminal/width';
import type { Origin } from './pageTree';
import { isPart, type PartNode } from './partTree';

interface IconSet {
  readonly icons: Readonly<Record<string, { readonly body: string }>>;
  readonly aliases?: Readonly<Record<string, { readonly parent: string }>>;
}

let loaded: IconSet | undefined;

function iconSet(): IconSet {
  return (loaded ??= createRequire(import.meta.url)('@iconify-json/lucide/icons.json') as IconSet);
}

/** Whether a text is shown as it is: an emoji, or up to two letters. */
function isSign(text: string): boolean {
  return splitGraphemes(text).length <= 2;
}

/** Elements that draw something. The group around them has the attributes that the style sheet sets. */
const SHAPE = /<(path|circle|rect|line|polyline|polygon|ellipse)\s([^>]*?)\/?>/gu;

/** Nearest names are looked for among 1,800 icons, which takes a few milliseconds each. */
const MAX_SUGGESTIONS = 50;

/** Returns the shapes of the icons that parts name themselves: in their own fields, not in parts inside them. */
export function collectIcons(
  parts: Iterable<PartNode>,
  origins: ReadonlyMap<PartNode, Origin>,
  { report }: Pick<CompileContext, 'report'>,
): Readonly<Record<string, readonly IconShape[]>> {
  const found = new Map<string, readonly IconShape[] | undefined>();
  const shapesOf = (name: string): readonly IconShape[] | undefined => {
    if (!found.has(name)) found.set(name, iconShapes(name));
    return found.get(name);
  };
  /** Names that were reported, with the part's key: a part has several versions. */
  const reported = new Set<string>();
  const suggestions = new Map<string, string | undefined>();
  const visit = (value: unknown, { path: at, changes }: Origin, key: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [field, each] of Object.entries(value)) {
      const path = changes[field] ?? [...at, field];
      if (field !== 'icon' || typeof each !== 'string') {
        if (!isPart(each)) visit(each, { path, changes: {} }, key);
      } else if (!isSign(each) && !shapesOf(each) && !reported.has(`${key} ${each}`)) {
        reported.add(`${key} ${each}`);
        if (!suggestions.has(each) && suggestions.size < MAX_SUGGESTIONS) suggestions.set(each, closestMatch(each, iconNames()));
        const expected = 'the name of an icon of lucide.dev, or an emoji or up to two letters';
        report({ path, found: JSON.stringify(each), expected, suggestion: suggestions.get(each) });
      }
    }
  };
  for (const part of parts) visit(part, origins.get(part) ?? { path: [], changes: {} }, part.key);
  return Object.fromEntries([...found].filter((entry): entry is [string, readonly IconShape[]] => entry[1] !== undefined));
}

function iconNames(): readonly string[] {
  const { icons, aliases } = iconSet();
  return [...Object.keys(icons), ...Object.keys(aliases ?? {})];
}

/** Returns the shapes of an icon; undefined for a name that no icon has. */
function iconShapes(name: string): readonly IconShape[] | undefined {
  const { icons, aliases } = iconSet();
  const own = Object.hasOwn(icons, name) ? icons[name] : undefined;
  const body = (own ?? icons[(Object.hasOwn(aliases ?? {}, name) && aliases?.[name]?.parent) || ''])?.body;
  return body === undefined
    ? undefined
    : [...body.matchAll(SHAPE)].map(([, element = '', attributes = '']) => [element, geometry(attributes)]);
}

/** Returns the attributes that give a shape its form and place. The style sheet sets the others. */
function geometry(attributes: string): Readonly<Record<string, string>> {
  const found = attributes.matchAll(/(?<![\w-])(d|cx|cy|r|rx|ry|x|y|width|height)="([^"]*)"/gu);
  return Object.fromEntries([...found].map(([, name, value]) => [name, value]));
}
