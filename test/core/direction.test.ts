import { expect, test } from 'vitest';
import { firstDirection, isRightToLeft, leftToRightSpans } from '../../src/core/direction';

test.each([
  ['שלום', true, 'rtl'],
  ['سلام', true, 'rtl'],
  ['ߒߞߏ', true, 'rtl'],
  ['𞤀𞤁', true, 'rtl'],
  ['(1) שלום', true, 'rtl'],
  ['OAuth שלום', true, 'ltr'],
  ['hello', false, 'ltr'],
  ['สวัสดี', false, 'ltr'],
  ['漢字', false, 'ltr'],
  ['12 %', false, undefined],
  ['٣', false, undefined],
])('%j: isRightToLeft is %s, firstDirection is %s', (text, expected, direction) => {
  expect(isRightToLeft(text)).toBe(expected);
  expect(firstDirection(text)).toBe(direction);
});

test.each<[text: string, spans: readonly string[]]>([
  ['מסוף — ~/project', ['~/project']],
  ['הקובץ ב-/tmp', []],
  ['הוסיפו --help או C++.', ['--help', 'C++']],
  ['ראו https://example.com/a/, ואז (ann@example.com).', ['https://example.com/a/']],
  ['git commit -m x', []],
  ['הריצו ./run --all -v עכשיו', ['./run --all -v']],
  ['שלום, world! מה', []],
  ['שעה, 3600 s.', []],
  ['פי -5 או +3', ['-5', '+3']],
  ['(v2.1) "x"', []],
  ['', []],
])('%j has the left-to-right spans %j', (text, spans) => {
  expect(leftToRightSpans(text).map(([from, to]) => text.slice(from, to))).toEqual(spans);
});
