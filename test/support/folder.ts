import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** Writes files into a temporary folder below `parent` that is removed after the test. Returns its path. */
export async function makeFolder(files: Readonly<Record<string, string | Uint8Array>>, parent = tmpdir()): Promise<string> {
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(path.resolve(parent, 'understudy-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
  return folder;
}

/** A story of one scene. Tests refer to its lines and columns. */
export const STORY = `{
  "id": "demo",
  "title": "Demo",
  "description": "A demo.",
  "status": { "topic": "topic", "hint": "hint", "end": "end" },
  "footer": [],
  "scenes": ["a.json"]
}`;

export const SCENE = `{
  "kind": "terminal",
  "id": "a",
  "title": "A",
  "window": "Terminal",
  "steps": [
    {
      "title": "One",
      "notes": { "say": "Say.", "point": "Point." },
      "blocks": [
        { "type": "rule" },
        { "type": "text", "lines": ["hello"] }
      ]
    }
  ]
}`;

export const PAGE = `{
  "kind": "comparison",
  "id": "b",
  "title": "B",
  "window": "Terminal",
  "steps": [
    {
      "title": "One",
      "notes": { "say": "Say.", "point": "Point." },
      "panel": {
        "tone": "bad",
        "heading": "Heading",
        "body": [
          { "type": "points", "mark": "x", "items": ["one"] }
        ]
      }
    }
  ]
}`;
