import fc from 'fast-check';
import { createHighlighter, type BundledLanguage } from 'shiki';
import { expect, test, vi } from 'vitest';
import { shikiTheme } from '../../src/compiler/story/shikiTheme';
import { tokenizeLines } from '../../src/compiler/story/tokenizeLines';

/** Lines that begin and end comments, texts of several lines, heredocs, quotes, lists and embedded code. */
const LINES: Readonly<Record<string, readonly string[]>> = {
  typescript: ['const a = `x ${b', '} y`;', '/* open', 'closed */ a();', "'text'", '', 'type A<T> = {', '}', '// end'],
  python: ['"""open', 'closed"""', 'def f(a: int):', '    return f"{a}"', "x = '''", '', '# end', 'a = [1,'],
  bash: ['cat <<EOF', 'EOF', 'cat <<-"END"', '$a', 'END', 'if true; then', 'fi', '', '# end'],
  markdown: ['# Title', '', '```ts', 'const a = 1;', '```', '> quote', '- item', '  more', '    code', '<div>', '</div>'],
  yaml: ['a: |', '  text', 'b: >-', '  - c', '- d: "e', '  f"', '', '# end'],
  ruby: ['a = <<~TEXT', '  x #{b}', 'TEXT', '=begin', '=end', 'def a', 'end', ''],
};
const languages = Object.keys(LINES) as BundledLanguage[];
const highlighter = await createHighlighter({ themes: [shikiTheme], langs: languages });

const shown = (lines: readonly (readonly { readonly content: string; readonly color?: string }[])[]): readonly unknown[] =>
  lines.map((line) => line.map(({ content, color }) => [content, color]));

test.each(languages)('colours every order of lines of %s as the grammar does in one go', (lang) => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...LINES[lang]!), { minLength: 1, maxLength: 14 }), (lines) => {
      const text = lines.join('\n');
      const whole = highlighter.codeToTokensBase(text, { lang, theme: shikiTheme, tokenizeTimeLimit: 0 });
      expect(shown(tokenizeLines(highlighter, text, lang, shikiTheme))).toEqual(shown(whole));
    }),
    { numRuns: 400 },
  );
});

test('reads only the lines of another version that are new, and those in another state', () => {
  const read = vi.spyOn(highlighter, 'codeToTokensBase');
  const code = Array.from({ length: 50 }, (_, at) => `const only${at} = ${at};`);
  tokenizeLines(highlighter, code.join('\n'), 'typescript', shikiTheme);
  expect(read).toHaveBeenCalledTimes(50);
  read.mockClear();
  tokenizeLines(highlighter, ['const first = 1;', ...code].join('\n'), 'typescript', shikiTheme);
  expect(read.mock.calls.length).toBeLessThanOrEqual(2);
  read.mockRestore();
});
