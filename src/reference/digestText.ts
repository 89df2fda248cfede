/** The part of the digest that no schema has: files, rules of texts, what `check` reports. */
export const BEFORE_TYPES = `# Writing this story

For coding agents. A story is a scripted live demo, stepped forward and back by its presenter: a folder of JSON files that
[Understudy](https://www.npmjs.com/package/understudy-demo) plays. This page is made from the schemas that check the files, and is
enough to write one.

## Files

- \`story.json\`: title, texts around the stage, variables, and \`scenes\`, the scene files in playing order.
- One JSON file a scene, beside it. \`kind\` says what it shows; \`steps\` are its stops, one press of a key each.
- \`wire.json\`, if \`"wire": "wire.json"\` names it: messages between parties at each stop.
- Strict JSON: no comments, no trailing commas. Unknown fields are errors. \`"$schema": "./.understudy/scene.schema.json"\` (or
  \`story\`, \`wire\`) is
  for editors; leave it out if there is no folder \`.understudy\`.

## Commands

    npx understudy build .        # errors as file:line:column, found, expected, nearest name; all at once
    npx understudy check .        # what would embarrass on stage; reach 0 errors and 0 warnings
    npx understudy dev .          # plays at once, reloads on save
    npx understudy reference .    # every field in full, with kinds and blocks of the story's own, which this page does not know

## Rules

- **Ids** of scenes, parts, parties, messages: small letters, digits, hyphens; a letter first. A stop is \`<scene id>/<step>\`,
  steps from 0.
- **Every step has** \`title\` (different from the others of its scene) and \`notes: { "say", "point" }\` (what to say, what to
  point at; no
  two stops say the same), except steps of \`split\` and \`recording\`. \`dwell\` (seconds) and \`caption\` (at most 160
  characters): at every stop, or at none.
- **Texts are one line**: no line breaks, tabs or escape sequences; lists hold lines. Never choose colours: a \`role\` or \`tone\`
  says what words mean.
- **Variables**: \`{{name}}\` in any text, defined in \`story.json\`; undefined names are errors. Where a variable's value is used, write
  \`{{name}}\`, not the value. Use one for each name, address, port or id that occurs in several places. \`"open": true\` lets the
  address give another value
  (not for names such as theme, focus, cut, keys, notes, wire, scene). Write \`\\\\{{\` in JSON for braces that are no variable
  (GitHub Actions, templates).
- **Markdown** in texts of slides and page parts: \`**strong**\`, \`*emphasis*\`, \`\` \`code\` \`\`, \`[words](https://…)\`; no
  HTML. Elsewhere it is plain text.
- **One value for one thing**: the same address, port, user, scope, count or version wherever it occurs.
- **Made-up data**: \`example.com\` and ann@example.com; no strings that look like tokens or keys: cut them short with an ellipsis
  (\`ghp_abc…\`).

## Limits that \`check\` measures (1280×720)

- Terminal: 92 columns (48 in a pane of a \`split\`), at most 24 rows a step, best 6 to 12; lines of code up to 86 characters
  (42), JSON may wrap;
  prompt up to 40 columns; prompt and command up to two rows; a step plays at most 20 seconds.
- \`status.topic\` and \`status.hint\` share one row: up to 40 characters each. Footer: one row. Titles of scenes and steps: up to
  60 characters.
- Pages, boards and slides do not scroll by themselves: what does not fit is an error. Prefer few, short words; make two steps of much.
- Slides: 60 words. Every link is https. Characters: letters of any language, common emoji, box drawing.`;

export const TYPE_NOTES = `
## Types

\`name?\` may be left out. A field without a type is a text; \`#rrggbb\`, \`url\`, \`hh:mm:ss\` and \`n-m\` are texts of that form.
\`T[2–3]\` is a list of 2 to 3, \`T[1+]\` of at least one;
\`int(1–99)\` a range. \`{ name: T }\`
is an object with names of your own. \`A & { … }\` has the fields of A too, as changed there. After — stands a rule.
`;

export const WIRE_HEADING = '### wire.json\n';

export const EXAMPLES_HEADING = `## Examples

A scene of each kind, a file on each line, and a wire file. (The files beside them that some name are not shown.)
`;
