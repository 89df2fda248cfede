import { cleanTree } from './cleanTree';
import { parseHtml } from './htmlTree';
import { RemovalCounter } from './removals';

/** Returns the addresses of pictures and fonts that a page asks for: those that {@link sanitizeDocument} has resolved. */
export function findAddresses(html: string): ReadonlySet<string> {
  const found = new Set<string>();
  const resolve = (address: string): undefined => void found.add(address);
  cleanTree(parseHtml(html), { resolve, removed: new RemovalCounter(), styled: new Set() });
  return found;
}
