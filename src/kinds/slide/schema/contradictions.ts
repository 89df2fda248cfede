/** A slide before or after it is compiled: only which fields it has counts. */
export type SlideFields = { readonly [Field in (typeof FIELDS)[number]]?: unknown };

/** What a slide is about: at most one of these. */
const MAIN = ['statement', 'bullets', 'quote', 'number', 'code', 'table', 'columns', 'section', 'thanks'] as const;
const BESIDE = ['image', 'qr'] as const;
const FIELDS = ['eyebrow', 'heading', 'subtitle', 'text', ...MAIN, ...BESIDE] as const;
type Main = (typeof MAIN)[number];

/** The main fields that leave no room for a paragraph, a picture or a code beside them. */
const WITHOUT: Readonly<Record<'text' | 'image' | 'qr', readonly Main[]>> = {
  text: ['statement', 'quote', 'number', 'columns', 'section'],
  image: ['code', 'table', 'columns', 'section'],
  qr: ['code', 'table', 'columns', 'section'],
};

interface Contradiction {
  /** Keys that lead from the slide to the value. */
  readonly path: readonly string[];
  readonly expected: string;
}

const APART = 'give each a slide of its own, or put both into "columns"';

/** Returns the fields that a slide lacks or that do not go together, and what is expected instead. */
export function findContradictions(slide: SlideFields): readonly Contradiction[] {
  const has = (field: keyof SlideFields): boolean => slide[field] !== undefined;
  const [main, ...others] = MAIN.filter(has);
  if (!FIELDS.some((field) => field !== 'eyebrow' && field !== 'subtitle' && has(field))) {
    const fields = FIELDS.filter((field) => field !== 'eyebrow' && field !== 'subtitle').map((field) => `"${field}"`);
    return [{ path: [], expected: `something on the slide: ${fields.slice(0, -1).join(', ')} or ${fields.at(-1)}` }];
  }
  const found: Contradiction[] = others.map((field) => ({ path: [field], expected: `no "${field}" beside "${main}": ${APART}` }));
  for (const field of ['text', 'image', 'qr'] as const) {
    const against = has(field) ? MAIN.find((each) => has(each) && WITHOUT[field].includes(each)) : undefined;
    if (against !== undefined) found.push({ path: [field], expected: `no "${field}" beside "${against}": ${APART}` });
  }
  if (has('image') && has('qr')) found.push({ path: ['qr'], expected: 'no "qr" beside "image": give each a slide of its own' });
  if (has('section') && !has('heading')) found.push({ path: ['section'], expected: 'a "heading" beside "section", the name of the part' });
  if (has('thanks') && has('heading')) found.push({ path: ['heading'], expected: 'no "heading" beside "thanks", which is the heading' });
  if (has('subtitle') && !has('heading') && !has('thanks'))
    found.push({ path: ['subtitle'], expected: 'a "heading" or "thanks" beside "subtitle"' });
  return found;
}
