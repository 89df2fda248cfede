import { expect, test } from 'vitest';
import { systemErrorMessage } from '../../src/project/systemErrorMessage.mjs';

const failure = (code: string, path?: string): Error => Object.assign(new Error(`${code}: no`), { code, path });

test.each([
  ['EACCES', '/talks/.dist-Ab12', '/talks cannot be written: you may not write there. Name another place, or change that.'],
  ['EROFS', '/talks/a.pdf', '/talks/a.pdf cannot be written: the disk is read-only. Name another place, or change that.'],
  ['ENOTDIR', '/talks/a.json/b', '/talks/a.json/b cannot be written: a part of the path is a file. Name another place, or change that.'],
  ['ENOSPC', undefined, 'Nothing was written: the disk is full. Make room, or name another place.'],
  ['ENOSPC', '/talks/.a.pdf.17', '/talks cannot be written: the disk is full. Name another place, or change that.'],
])('%s of %s is a sentence', (code, path, message) => {
  expect(systemErrorMessage(failure(code, path))).toBe(message);
});

test('other errors have their own messages', () => {
  expect(systemErrorMessage(failure('ERR_MODULE_NOT_FOUND', '/a'))).toBeUndefined();
  expect(systemErrorMessage(failure('EACCES'))).toBeUndefined();
  expect(systemErrorMessage(new Error('The story has problems.'))).toBeUndefined();
});
