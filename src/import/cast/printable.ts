import { UNPRINTABLE } from '../../core/richText';
import { uncoveredClusters } from '../../fonts/coverage';

/** Removes controls, and characters that no font of the page has, such as the icons of patched fonts. */
export function printable(text: string): string {
  const plain = text.replaceAll(new RegExp(UNPRINTABLE, 'gu'), '');
  const missing = uncoveredClusters(plain, 'Understudy Mono');
  return [...missing].reduce((rest, cluster) => rest.replaceAll(cluster, ''), plain);
}
