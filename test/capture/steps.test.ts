import path from 'node:path';
import { expect, test } from 'vitest';
import { readSteps } from '../../src/capture/steps';
import { makeFolder } from '../support/folder';

async function problemsOf(text: string): Promise<string> {
  const folder = await makeFolder({ 'steps.json': text });
  const error = await readSteps(path.join(folder, 'steps.json')).catch((each: unknown) => each as Error);
  return error instanceof Error ? error.message.replaceAll(folder + path.sep, '') : 'none';
}

test.each([
  ['{"steps":[{"goto":"/"},{"wait":200},{"type":{"#a":"b"}},{"press":"Enter"},{"snap":"a","title":"A"}]}', 'none'],
  ['{"steps":[{"clik":"#a"},{"snap":"a"}]}', 'Did you mean "click"?'],
  ['{"steps":[{"snap":"a","titel":"A"}]}', 'Did you mean "title"?'],
  ['{"steps":[{"snap":"A b"}]}', 'steps.json:1:19  steps[0].snap: found "A b", expected an id of small letters'],
  ['{"steps":[{"snap":"a"},{"snap":"a"}]}', 'steps.json:1:32  steps[1].snap: found "a" a second time'],
  ['{"steps":[{"click":"#a"}]}', 'found no step with "snap", expected at least one'],
  ['{"steps":[{"snap":"a","click":"#b"}]}', 'steps[0]: found an object with "snap" and "click", expected exactly one of'],
  ['{"steps":[{"click":"#b","title":"B"},{"snap":"a"}]}', 'steps[0].title: found "B", expected a title only beside "snap"'],
  ['{"steps":[{"type":{}},{"snap":"a"}]}', 'steps[0].type: found an empty object, expected at least one field'],
  ['{"steps":[', 'found {, expected JSON'],
])('of %s it says %s', async (text, expected) => {
  expect(await problemsOf(text)).toContain(expected);
});
