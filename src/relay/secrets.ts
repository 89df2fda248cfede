import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Returns 128 random bits as 22 characters that an address may contain. */
export function createSecret(): string {
  return randomBytes(16).toString('base64url');
}

/** Compares two secrets of any length in a time that does not depend on where they differ. */
export function isSameSecret(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
