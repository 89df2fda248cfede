import { decodeHTML } from 'entities';

/** Whether bytes are readable text. */
// oxlint-disable-next-line no-control-regex
const UNREADABLE = /[\u0000-\u0008\u000E-\u001F\uFFFD]/u;

/** Returns a text in the forms that it may stand for: with escapes of addresses, of HTML and of JSON decoded, and what is in base64. */
export function decodeForms(text: string): readonly string[] {
  const forms = new Set([text]);
  // Two times, as one may be in another.
  for (let round = 0; round < 2; round += 1) {
    const known = Array.from(forms);
    for (const each of known) {
      if (each.includes('%')) forms.add(decodePercents(each));
      if (each.includes('&')) forms.add(decodeHTML(each));
      if (each.includes('\\')) forms.add(decodeBackslashes(each));
      for (const [code] of each.matchAll(/[\w+/-]{8,}={0,2}/gu)) {
        const decoded = Buffer.from(code, 'base64').toString('utf8');
        if (!UNREADABLE.test(decoded)) forms.add(decoded);
      }
    }
  }
  return [...forms];
}

/** Decodes the escapes of an address; one that is none stands for itself. */
export function decodePercents(text: string): string {
  return text.replaceAll(/(?:%[\da-f]{2})+/giu, (each) => Buffer.from(each.replaceAll('%', ''), 'hex').toString('utf8'));
}

/** Decodes the escapes of JSON and JavaScript. */
function decodeBackslashes(text: string): string {
  return text.replaceAll(
    /\\u\{([\da-f]{1,6})\}|\\u([\da-f]{4})|\\x([\da-f]{2})|\\([^ux])/giu,
    (whole, long?: string, four?: string, two?: string, other?: string) => {
      const code = Number.parseInt(long ?? four ?? two ?? '', 16);
      return other ?? (code <= 0x10ffff ? String.fromCodePoint(code) : whole);
    },
  );
}
