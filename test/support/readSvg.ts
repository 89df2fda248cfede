import { SaxesParser } from 'saxes';
import { splitGraphemes, textWidth } from '../../src/core/terminal/width';
import { SPINNER_FRAME_MS } from '../../src/core/terminal/outputScheduler';

interface SvgElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly SvgElement[];
  readonly text: string;
}

/** Parses XML. @throws if it is not well-formed */
function parseXml(xml: string): SvgElement {
  interface Open {
    name: string;
    attributes: Record<string, string>;
    children: Open[];
    text: string;
  }
  const root: Open = { name: '', attributes: {}, children: [], text: '' };
  const stack = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Open = { name, attributes, children: [], text: '' };
    stack.at(-1)!.children.push(element);
    stack.push(element);
  });
  parser.on('closetag', () => void stack.pop());
  parser.on('text', (text) => (stack.at(-1)!.text += text));
  parser.write(xml).close();
  return root.children[0]!;
}

export function elementsOf(element: SvgElement): readonly SvgElement[] {
  return [element, ...element.children.flatMap(elementsOf)];
}

/** A picture that can be read at any time. */
export interface ReadSvg {
  readonly root: SvgElement;
  /** Milliseconds. */
  readonly duration: number;
  /** The visible texts of the terminal's rows, and the row and column of the cursor. */
  readonly screenAt: (ms: number) => { readonly rows: readonly string[]; readonly cursor: string | undefined };
  /** The title of the window. */
  readonly titleAt: (ms: number) => string;
}

const [CELL_WIDTH, ROW_HEIGHT] = [10, 19.34];

/** Reads an animated picture of `export svg` as a browser would; without `motion`, one that shows no animation. */
export function readSvg(xml: string, { motion = true } = {}): ReadSvg {
  const root = parseXml(xml);
  const css = elementsOf(root).find(({ name }) => name === 'style')!.text;
  const duration = Number(/\.a \*\{animation:([\d.]+)s step-end/u.exec(css)?.[1] ?? 0) * 1000;
  const keyframes = new Map(
    [...css.matchAll(/@keyframes (t\w+)\{((?:[\d.]+%\{[^}]*\})+)\}/gu)].map(([, name = '', frames = '']) => [
      name,
      [...frames.matchAll(/([\d.]+)%\{([^}]*)\}/gu)].map(([, percent, declarations = '']) => [Number(percent), declarations] as const),
    ]),
  );
  const rest = new Map([...css.matchAll(/\.(t\w+)\{([^}]*)\}/gu)].map(([, name = '', declarations = '']) => [name, declarations]));
  const declarationsAt = ({ attributes }: SvgElement, ms: number): string =>
    (attributes['class'] ?? '')
      .split(' ')
      .map(
        (name) =>
          (motion ? keyframes : undefined)?.get(name)?.findLast(([percent]) => percent <= (ms / duration) * 100)?.[1] ??
          rest.get(name) ??
          '',
      )
      .join(';');
  const isVisible = (element: SvgElement, ms: number): boolean => {
    const [, frames] = /\bq(\d+)\b/u.exec(element.attributes['class'] ?? '') ?? [];
    if (frames === undefined) return !/visibility:hidden|opacity:0/u.test(declarationsAt(element, ms));
    if (!motion) return /visibility:visible/u.test(element.attributes['style'] ?? '');
    const delay = Number(/animation-delay:(-?\d+)ms/u.exec(element.attributes['style'] ?? '')?.[1]);
    return (ms - delay) % (Number(frames) * SPINNER_FRAME_MS) < SPINNER_FRAME_MS;
  };
  const moveAt = (element: SvgElement, ms: number): string =>
    /transform:(?:translateY|translate)\(([^)]*)\)/u.exec(declarationsAt(element, ms))?.[1] ?? '0';

  const screenAt = (ms: number): ReturnType<ReadSvg['screenAt']> => {
    const view = elementsOf(root).find(
      (each) => each.name === 'g' && each.children.length === 1 && each.children[0]!.name === 'svg' && isVisible(each, ms),
    )!.children[0]!;
    const strip = view.children[0]!;
    const top = -Number.parseFloat(moveAt(strip, ms));
    const rows: string[][] = [];
    const visit = (element: SvgElement, y: number): void => {
      const [, , dy] = /translate\((\S+) (\S+)\)/u.exec(element.attributes['transform'] ?? '') ?? [];
      const place = y + Number(dy ?? 0);
      if (element.name === 'g' && !isVisible(element, ms)) return;
      if (element.name === 'text' && isVisible(element, ms)) {
        const row = (rows[Math.floor((place - top) / ROW_HEIGHT)] ??= []);
        let column = Number(element.attributes['x']) / CELL_WIDTH;
        for (const cluster of splitGraphemes(element.text)) {
          if (cluster !== ' ' || row[column] === undefined) row[column] = cluster;
          const width = textWidth(cluster);
          for (let cell = column + 1; cell < column + width; cell += 1) row[cell] = '';
          column += width;
        }
      }
      for (const child of element.children) visit(child, place);
    };
    visit(strip, 0);
    const cursor = strip.children.find(({ name }) => name === 'rect');
    const isShown = cursor !== undefined && isVisible(cursor, ms);
    const [x = 0, y = 0] = isShown ? moveAt(cursor, ms).split(',').map(Number.parseFloat) : [];
    return {
      rows: Array.from(rows, (row = []) =>
        Array.from(row, (text = ' ') => text)
          .join('')
          .trimEnd(),
      ),
      cursor: isShown ? `${Math.round((y - top) / ROW_HEIGHT)}:${x / CELL_WIDTH}` : undefined,
    };
  };
  const titleAt = (ms: number): string =>
    elementsOf(root).find((each) => each.name === 'text' && /\bn\b/u.test(each.attributes['class'] ?? '') && isVisible(each, ms))?.text ??
    '';
  return { root, duration, screenAt, titleAt };
}
