import path from 'node:path';

/** Why something cannot be written, by the code of the error. @type {Readonly<Record<string, string>>} */
const REASONS = {
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  EFBIG: 'a file there cannot be as large',
  ENOTDIR: 'a part of the path is a file',
  ENAMETOOLONG: 'the name is too long',
};

/** The codes that a write to an open file ends with. */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/**
 * Says what an error of the file system means, in a sentence with what to do; undefined for errors without such a meaning.
 * @param {Error} error
 */
export function systemErrorMessage(error) {
  const { code = '', path: file } = /** @type {NodeJS.ErrnoException} */ (error);
  const reason = REASONS[code];
  if (reason === undefined) return undefined;
  // Node names no file when a write to an open one fails, as on a full disk.
  if (file === undefined) {
    return FULL.has(code) ? `Nothing was written: ${reason}. Make room, or name another place.` : undefined;
  }
  // Files are written beside their place first, under names that start with a dot.
  const place = path.basename(file).startsWith('.') ? path.dirname(file) : file;
  return `${place} cannot be written: ${reason}. Name another place, or change that.`;
}
