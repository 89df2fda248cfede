/** Keys that name the prototype of an object. No message has them. */
const PROTOTYPE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** Parses the JSON text of a message; undefined if it is none or has a key that names a prototype. Never throws. */
export function parseText(text: string): unknown {
  try {
    return JSON.parse(text, (key, value: unknown) => {
      if (PROTOTYPE_KEYS.has(key)) throw new Error(`${key} is no key of a message`);
      return value;
    });
  } catch {
    return undefined;
  }
}
