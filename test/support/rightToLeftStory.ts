const NOTES = { say: 'לומר שלום, ואז ללחוץ Enter.', point: 'השורה הראשונה.' };
/** A story in Hebrew with Arabic and English words, by file name. */
export const RTL_FILES = {
  'story.json': {
    id: 'rtl',
    lang: 'he',
    title: 'הדגמה: כניסה עם OAuth (גרסה 2).',
    description: 'הדגמה קצרה.',
    status: { topic: 'כניסה | OAuth 2.0!', hint: '← p / n →', end: 'תודה!' },
    footer: ['עוד ב- ~/slides'],
    variables: { user: { value: 'דנה כהן', open: true } },
    scenes: ['terminal.json', 'callback.json', 'comparison.json', 'recording.json'],
  },
  'terminal.json': {
    kind: 'terminal',
    id: 'terminal',
    title: 'הסוכן מתחיל',
    window: 'מסוף — ~/project',
    steps: [
      {
        title: 'שאלה (1)',
        notes: NOTES,
        blocks: [
          { type: 'shell', prompt: '~/project $', command: 'greet --name "{{user}}" --lang he' },
          { type: 'say', who: 'סוכן:', role: 'agent', text: ['שלום, world! נשמר ב- ~/a.txt', 'بِسْمِ اللَّهِ، سلام'] },
          {
            type: 'table',
            head: ['שם', 'מצב', 'גרסה'],
            rows: [
              ['שרת ראשי', 'פעיל', '1.4.2'],
              ['web', 'כבוי', '1.4.1'],
            ],
          },
          { type: 'box', lines: ['ברוכים הבאים (v2.1)', 'שָׁלוֹם'] },
          { type: 'code', json: { name: 'דנה', age: 5 } },
          { type: 'spinner', frames: ['◠', '◝'], role: 'warn', text: 'ממתין' },
        ],
      },
    ],
  },
  'callback.json': {
    kind: 'callback',
    id: 'callback',
    title: 'הכניסה הצליחה',
    address: 'localhost:9876/callback?code=x',
    mark: '✓',
    heading: 'הכניסה הצליחה!',
    tagline: 'אפשר לסגור את הלשונית (tab).',
    rows: [{ label: 'משתמש', value: 'ann@example.com' }],
    done: 'הקובץ ב- ~/project/',
    steps: [{ title: 'הכניסה הצליחה', notes: NOTES }],
  },
  'comparison.json': {
    kind: 'comparison',
    id: 'board',
    title: 'השוואה',
    window: 'מסוף',
    steps: [
      {
        title: 'לפני',
        notes: NOTES,
        panel: {
          tone: 'bad',
          heading: 'לפני',
          body: [
            { type: 'points', mark: '✗', items: ['מפתח אחד'] },
            { type: 'code', code: { json: { key: 'משותף' } } },
          ],
        },
      },
    ],
  },
  'recording.json': { kind: 'recording', id: 'recording', title: 'הקלטה', window: 'מסוף', file: 'demo.cast' },
};

/** Output of recorded programs: a command, a box with columns and a sentence. */
const PRINTED = [
  '$ greet --name "דנה כהן" --lang he\r\n',
  '╭────────────┬─────────┬───────╮\r\n',
  '│ \x1b[1mשרת ראשי\x1b[0m   │ פעיל    │ 1.4.2 │\r\n',
  '│ خادم سلام  │ \x1b[31mכבוי 7%\x1b[0m │ ١٢٣   │\r\n',
  '│ web (v2)   │ אב (ג)  │ 12 MB │\r\n',
  '╰────────────┴─────────┴───────╯\r\n',
  'שלום, world! נשמר ב- ~/a.txt\r\n',
];
export const RTL_CAST = [{ version: 3, term: { cols: 60, rows: 12 } }, ...PRINTED.map((text) => [0.1, 'o', text])]
  .map((line) => JSON.stringify(line))
  .join('\n');
