import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText, type InlineText } from '../../src/core/inlineText';
import { fillStory } from '../../src/core/variables';
import { inlineMarkdown, parseInlineMarkdown, withFilledTexts } from '../../src/schema/markdown';

const strong = (...text: InlineText): InlineText[number] => ({ style: 'strong', text });
const emphasis = (...text: InlineText): InlineText[number] => ({ style: 'emphasis', text });
const code = (text: string): InlineText[number] => ({ style: 'code', text: [text] });
const link = (href: string, ...text: InlineText): InlineText[number] => ({ style: 'link', href, text });

describe('inlineMarkdown', () => {
  it.each<[string, InlineText]>([
    ['plain', ['plain']],
    ['a **b** c', ['a ', strong('b'), ' c']],
    ['**a *b* c**', [strong('a ', emphasis('b'), ' c')]],
    ['~~gone~~ stays', [{ style: 'strike', text: ['gone'] }, ' stays']],
    ['run `npm *x* <b>`', ['run ', code('npm *x* <b>')]],
    ['[docs](https://example.com/a?b=1)', [link('https://example.com/a?b=1', 'docs')]],
    ['<https://example.com>', [link('https://example.com', 'https://example.com')]],
    ['[**bold** words](mailto:a@example.com)', [link('mailto:a@example.com', strong('bold'), ' words')]],
    [String.raw`\*not\* \_this\_ \<b>`, ['*not* _this_ <b>']],
    [String.raw`\[x](https://example.com)`, ['[x](https://example.com)']],
    ['List<T> and a < b > c', ['List<T> and a < b > c']],
    ['Map<String, Item> of <your-name>, <std::string>, Set<A>', ['Map<String, Item> of <your-name>, <std::string>, Set<A>']],
    ['R&D; AT&T', ['R&D; AT&T']],
    ['snake_case_name 3*4*5 2 * 3', ['snake_case_name 3', emphasis('4'), '5 2 * 3']],
    ['3~5 or 7~9, ~/a and ~/b', ['3~5 or 7~9, ~/a and ~/b']],
    ['https://example.com, a@example.com', ['https://example.com, a@example.com']],
    ['# no heading - no list', ['# no heading - no list']],
    ['他說**「重點」**是', ['他說', strong('「重點」'), '是']],
    ['これは**強調（太字）**です', ['これは', strong('強調（太字）'), 'です']],
    ['한국어**"강조"**는', ['한국어', strong('"강조"'), '는']],
    ['هذا **مهم** جدا', ['هذا ', strong('مهم'), ' جدا']],
    ['**{{name}}** and _{{name}}_', [strong('{{name}}'), ' and ', emphasis('{{name}}')]],
    ['[{{name}}](https://example.com/{{name}}?x)', [link('https://example.com/{{name}}?x', '{{name}}')]],
    [String.raw`\{{name}}`, [String.raw`\{{name}}`]],
    [String.raw`\{\{name}}`, [String.raw`\{{name}}`]],
    ['`{{name}}`', [code('{{name}}')]],
  ])('parses %s', (text, expected) => {
    expect(inlineMarkdown.parse(text)).toEqual(expected);
  });

  it.each([
    ['a <b>bold</b> word', 'in place of <b> write **words**, or \\\\<b> to show it as it is'],
    ['a<br>b', 'a text of its own for each line'],
    ['<BR/>', 'a text of its own for each line'],
    ['<a href="x">y</a>', '[words](https://…)'],
    ['<script>alert(1)</script>', 'the words alone'],
    ['<img src=x onerror=alert(1)>', 'a picture in a field of its own'],
    ['a <!-- hidden --> b', 'comments are not shown'],
    ['Tom &amp; Jerry', 'in place of &amp; write the character itself, "&"'],
    ['a&nbsp;b', String.raw`\u00a0`],
    ['a &#8211; b', '"–"'],
    ['Gr&uuml;n', 'in place of &uuml; write the character itself, "ü"'],
    ['&alpha; and &beta;', 'in place of &alpha; write the character itself, "α"'],
    ['&frac12; a pound', '"½"'],
    ['a&shy;b', String.raw`\u00ad`],
    ['a&thinsp;b', String.raw`\u2009`],
    ['a&NewLine;b', 'in place of &NewLine; write nothing'],
    ['![cat](https://example.com/cat.png)', 'a picture has a field of its own'],
    ['[x](javascript:alert(1))', 'https://, http:// or mailto:'],
    ['[x](JaVaScRiPt:alert(1))', 'https://, http:// or mailto:'],
    ['[x](data:text/html,hi)', 'https://, http:// or mailto:'],
    ['<javascript:alert(1)>', 'https://, http:// or mailto:'],
    ['[x](/relative)', 'https://, http:// or mailto:'],
    ['[x]({{url}})', 'https://, http:// or mailto:'],
    ['[x](https://example.com "title")', 'a link of words and address only'],
    ['[](https://example.com)', 'a link with words'],
    ['[ ](https://example.com)', 'a link with words'],
    ['see [x](https://example.com/a b)', 'no space in the address'],
    ['[x] (https://example.com)', 'no space in the address'],
    ['[<https://a.b>](https://c.d)', 'a link without another link'],
    ['[*a <https://a.b>*](https://c.d)', 'a link without another link'],
    ['a&#0;b', 'in place of &#0; write nothing'],
    ['a&#1114112;b', 'in place of &#1114112; write nothing'],
    ['a&#xE0001;b', String.raw`the character itself, "\udb40\udc01"`],
    ['x'.repeat(2001), 'at most 2000 characters'],
    ['   ', 'some text'],
  ])('reports %s', (text, message) => {
    const { error } = inlineMarkdown.safeParse(text);
    expect(error?.issues.map((issue) => issue.message).join('\n')).toContain(message);
  });

  it('reports all mistakes of a text', () => {
    expect(inlineMarkdown.safeParse('<i>a</i> [x](data:y) &lt;').error?.issues).toHaveLength(3);
  });

  it.each([
    ['<div>a</div><div>b</div>', 1],
    ['a <br> b</b>', 2],
    ['</i> <I>', 1],
  ])('reports each element of %s once', (text, count) => {
    expect(inlineMarkdown.safeParse(text).error?.issues).toHaveLength(count);
  });

  it('takes values of closed variables as they are, not as Markdown', () => {
    const values = new Map([['x', '**a** <b> `c` [d](e)']]);
    const written = new Map([['say **a** <b> `c` [d](e) *now*', 'say {{x}} *now*']]);
    const parse = (): InlineText => inlineMarkdown.parse('say **a** <b> `c` [d](e) *now*');
    expect(withFilledTexts({ written, values }, parse)).toEqual(['say **a** <b> `c` [d](e) ', emphasis('now')]);
  });

  it('checks an address after values of closed variables are in it', () => {
    const parse = (url: string) => parseInlineMarkdown('[x]({{url}})', new Map([['url', url]]));
    expect(parse('https://example.com')).toEqual({ inline: [link('https://example.com', 'x')], problems: [] });
    expect(parse('javascript:alert(1)').problems).toHaveLength(1);
  });

  it('never reads values of open variables as Markdown or as the scheme of an address', () => {
    const variables = { x: { value: '-', open: true } };
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('**a**', 'javascript:alert(1)', '<b>', '`c`', '{{x}}')), (value) => {
        const inline = inlineMarkdown.parse('**{{x}}** [y](https://example.com/{{x}})');
        const query = { get: () => value };
        const filled = fillStory({ inline, variables }, query).inline;
        const shown = plainText([filled[0]!]);
        expect(filled).toEqual([strong(shown), ' ', link(`https://example.com/${shown}`, 'y')]);
      }),
    );
  });

  it('keeps every letter of a text without marks, in any script', () => {
    const marks = /[\\`*_~<>[\]&!{}]/u;
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { success, data } = inlineMarkdown.safeParse(text);
        if (success && !marks.test(text)) expect(data).toEqual([text.normalize('NFC')]);
      }),
    );
  });

  it('never throws and gives only safe addresses', () => {
    const pieces = [
      '*',
      '**',
      '_',
      '`',
      '~~',
      '[',
      '](',
      ')',
      '<',
      '>',
      '\\',
      '&amp;',
      'javascript:',
      'https://a.b',
      ' ',
      'x',
      '{{y}}',
      '、',
      '「',
    ];
    const hrefs = (text: InlineText): string[] =>
      text.flatMap((run) => (typeof run === 'string' ? [] : [...(run.style === 'link' ? [run.href] : []), ...hrefs(run.text)]));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), (parts) => {
        const { data } = inlineMarkdown.safeParse(parts.join(''));
        for (const href of hrefs(data ?? [])) expect(href).toMatch(/^(https?:\/\/|mailto:)/u);
      }),
    );
  });
});
