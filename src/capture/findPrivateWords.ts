import { findSecrets, mayContainSecret } from '../secrets/findSecrets';
import { realEmails } from '../core/realEmails';
import type { CapturedNode, CapturedPage } from './capturedPage';

/** A secret or an e-mail address in a captured page. */
export interface PrivateWords {
  /** What it is, with an article. */
  readonly label: string;
  readonly words: string;
  /** Ids of the states that have it. */
  readonly states: readonly string[];
}

/** Attributes that a page shows or reads aloud, and addresses. */
const READ_ATTRIBUTE = /^(?:value|placeholder|title|alt|href|content|label|aria-.*|data-.*)$/u;

/** Returns secrets and e-mail addresses of real domains in pages, each once. */
export function findPrivateWords(pages: readonly { readonly id: string; readonly page: CapturedPage }[]): readonly PrivateWords[] {
  const found = new Map<string, { label: string; words: string; states: Set<string> }>();
  for (const { id, page } of pages) {
    const text = [page.title, page.address, ...textsOf(page.root)].join('\n');
    const emails = realEmails(text).map(({ address }) => ({ label: 'an e-mail address', words: address }));
    const secrets = mayContainSecret(text) ? findSecrets(text).map(({ label, value }) => ({ label, words: value })) : [];
    for (const { label, words } of [...secrets, ...emails]) {
      const known = found.get(words) ?? { label, words, states: new Set() };
      known.states.add(id);
      found.set(words, known);
    }
  }
  return [...found.values()].map((each) => ({ ...each, states: [...each.states] }));
}

function* textsOf(node: CapturedNode): Generator<string> {
  if (typeof node === 'string') {
    yield node;
    return;
  }
  for (const [name, value] of Object.entries(node.attributes)) if (READ_ATTRIBUTE.test(name)) yield value;
  for (const child of [...node.children, ...(node.shadow ?? [])]) yield* textsOf(child);
}

/** Returns a secret such that it is recognized but not told. */
export function abbreviate({ label, words }: PrivateWords): string {
  return label === 'an e-mail address' || words.length < 16 ? words : `${words.slice(0, 8)}…`;
}
