import { createRequire } from 'node:module';
import { closestMatch } from '../../../compiler/story/closestMatch';
import type { CompileContext, ScenePath } from '../../compileContext';
import type { IconShape } from '../scene';
import { splitGraphemes } from '../../../core/terminal/width';

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

/** Returns the shapes of an icon; undefined for an emoji or a letter. Reports a name that no icon has. */
export function iconShapes(name: string, path: ScenePath, { report }: Pick<CompileContext, 'report'>): readonly IconShape[] | undefined {
  if (isSign(name)) return undefined;
  const { icons, aliases } = iconSet();
  const body = (icons[name] ?? icons[aliases?.[name]?.parent ?? ''])?.body;
  if (body === undefined) {
    const expected = 'the name of an icon of lucide.dev, or an emoji or up to two letters';
    report({ path, found: JSON.stringify(name), expected, suggestion: closestMatch(name, Object.keys(icons)) });
  }
  return body === undefined
    ? undefined
    : [...body.matchAll(SHAPE)].map(([, element = '', attributes = '']) => [element, geometry(attributes)]);
}

/** Returns the attributes that give a shape its form and place. The style sheet sets the others. */
function geometry(attributes: string): Readonly<Record<string, string>> {
  const found = attributes.matchAll(/(?<![\w-])(d|cx|cy|r|rx|ry|x|y|width|height)="([^"]*)"/gu);
  return Object.fromEntries([...found].map(([, name, value]) => [name, value]));
}
