import { z } from 'zod';
import { story } from '../schema/story';
import { schemas } from './story/kinds';

/** The JSON Schemas of a story's files, by file name, generated from the schemas that validate them. */
export function jsonSchemas(): Readonly<Record<string, string>> {
  const scene = z.union([...schemas.values()] as [z.ZodType, ...z.ZodType[]]);
  return { 'story.schema.json': text(story, 'An Understudy story'), 'scene.schema.json': text(scene, 'A scene of an Understudy story') };
}

function text(schema: z.ZodType, title: string): string {
  const generated = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'ref' });
  return `${JSON.stringify({ title, ...generated }, null, 2)}\n`;
}
