import type { CapturedState } from './scene';

/** Documents that are kept: those of the steps around the current one, with room for miniatures. */
const MAX_KEPT = 8;

/** Documents by their address, oldest first. */
const kept = new Map<string, Promise<string>>();

/** Loads the document of a state once. Rejects if it cannot be loaded; the next call tries again. */
export function loadDocument({ document, files }: Pick<CapturedState, 'document' | 'files'>): Promise<string> {
  const loading = kept.get(document) ?? read(document).then((html) => withFiles(html, files));
  kept.delete(document);
  kept.set(document, loading);
  loading.catch(() => kept.delete(document));
  for (const oldest of kept.keys()) if (kept.size > MAX_KEPT) kept.delete(oldest);
  return loading;
}

async function read(address: string): Promise<string> {
  // The page in one file may ask for nothing: its documents are in their addresses.
  if (address.startsWith('data:')) {
    const bytes = Uint8Array.from(atob(address.slice(address.indexOf(',') + 1)), (each) => each.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  }
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
  return response.text();
}

/** Puts the addresses of pictures and fonts into a document, if they are not those that it has: in the page in one file. */
function withFiles(html: string, files: CapturedState['files']): string {
  if (Object.entries(files).every(([name, address]) => address === `./assets/${name}`)) return html;
  return html.replaceAll(/\.\/assets\/([\w-]+\.\w+)/gu, (all, name: string) => files[name] ?? all);
}
