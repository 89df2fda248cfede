import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJsonFile } from '../../src/compiler/story/parseJsonFile';
import { compileScene } from '../../src/compiler/story/compileScene';
import { kinds } from '../../src/kinds/builtIn';
import { validateScene } from '../../src/compiler/story/validateScene';
import { UNPRINTABLE } from '../../src/core/richText';
import { describeStep } from '../../src/kinds/registry';
import type { Scene } from '../../src/core/story';

const KINDS = new Map(kinds.map((kind) => [kind.name, kind]));
const SCENES = ['agent', 'cognito', 'sso', 'callback', 'comparison'].map((name) => readFileSync(`scenes/${name}.json`, 'utf8'));

/** Kinds that compile nothing but code, which takes too long for thousands of scenes. */
const HIGHLIGHTED: ReadonlySet<string> = new Set(['terminal', 'comparison']);

/** Mutations of a scene: typing errors in its text, and wrong values in its data. */
const spoiledText = fc
  .record({
    scene: fc.constantFrom(...SCENES),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(12),
    put: fc.string({ unit: 'binary', maxLength: 6 }),
  })
  .map(({ scene, at, cut, put }) => {
    const from = Math.floor(at * scene.length);
    return scene.slice(0, from) + put + scene.slice(from + cut);
  });

const spoiledData = fc
  .record({
    scene: fc.constantFrom(...SCENES),
    pick: fc.nat(),
    value: fc.oneof(fc.jsonValue(), fc.constantFrom('', '\u001b[31m', 'a\nb', '⚠️', {}, [], null, -1, 1e9)),
    drop: fc.boolean(),
  })
  .map(({ scene, pick, value, drop }) => {
    const data = JSON.parse(scene) as object;
    const places: [holder: Record<string, unknown>, key: string][] = [];
    const visit = (holder: Record<string, unknown>): void => {
      for (const [key, each] of Object.entries(holder)) {
        places.push([holder, key]);
        if (typeof each === 'object' && each !== null) visit(each as Record<string, unknown>);
      }
    };
    visit(data as Record<string, unknown>);
    const [holder, key] = places[pick % places.length]!;
    if (drop) delete holder[key];
    else holder[key] = value;
    return JSON.stringify(data);
  });

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

test('a mutated scene neither crashes the build nor compiles to unprintable text', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(spoiledText, spoiledData), async (text) => {
      const document = parseJsonFile('scene.json', Buffer.from(text));
      const { value, problems } = validateScene(document, KINDS);
      for (const { line, column, message } of [...document.problems, ...problems]) {
        expect(line).toBeGreaterThan(0);
        expect(column).toBeGreaterThan(0);
        expect(message).toMatch(/found .+expected .+/su);
      }
      if (value === undefined) {
        expect(document.problems.length + problems.length).toBeGreaterThan(0);
        return;
      }
      const scene = HIGHLIGHTED.has((value as Scene).kind)
        ? (withoutCode(value) as Scene)
        : ((await compileScene(document, KINDS, new Map())).value as Scene);
      expect(scene.steps.length).toBeGreaterThan(0);
      // Only text on stage: code may contain any JSON, which is printed with escapes, and notes are for the speaker.
      const shown = scene.steps.flatMap((_, step) => describeStep(scene, step).textLines);
      for (const each of [scene.id, scene.title, ...shown, ...textsIn(scene.steps.map(({ title }) => title))])
        expect(UNPRINTABLE.test(each), JSON.stringify(each)).toBe(false);
    }),
    { numRuns: 6000 },
  );
});

/** Gives code fields empty `lines` instead of highlighting them. */
function withoutCode(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutCode);
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutCode(each)]));
  return 'lang' in value ? { ...copy, lines: [] } : copy;
}
