import type { Replacements } from '../privacy/replacements';
import type { Pair } from './trace';

/** Returns a header as a line, with all secrets replaced. */
export function rewriteHeader([name, value]: Pair, replacements: Replacements): string {
  const lower = name.toLowerCase();
  if (lower === 'cookie')
    return `${name}: ${value
      .split(/;\s*/u)
      .map((each) => rewriteCookie(each, replacements))
      .join('; ')}`;
  if (lower === 'set-cookie') {
    const [cookie = '', ...attributes] = value.split(/;\s*/u);
    const kept = attributes.filter((each) => each !== '' && !/^(?:expires|max-age=\d{8,}|priority)\b/iu.test(each));
    return `${name}: ${[rewriteCookie(cookie, replacements), ...kept.map((each) => replacements.rewrite(each))].join('; ')}`;
  }
  if (lower === 'authorization' || lower === 'proxy-authorization') {
    const [, scheme = '', given = ''] = /^(\S+\s+)?(.*)$/su.exec(value) ?? [];
    return `${name}: ${replacements.rewrite(scheme)}${replacements.rewriteValue(given, true)}`;
  }
  return `${name}: ${replacements.rewriteValue(value, false)}`;
}

function rewriteCookie(pair: string, replacements: Replacements): string {
  const at = pair.indexOf('=');
  if (at < 1) return replacements.rewrite(pair);
  const value = pair.slice(at + 1).replaceAll(/^"|"$/gu, '');
  const name = replacements.escape(replacements.rewriteLiterally(pair.slice(0, at)));
  return `${name}=${value === '' ? '' : replacements.rewriteValue(value, true)}`;
}
