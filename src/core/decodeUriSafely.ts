/** Decodes percent-encoding. Returns the text itself where it is malformed. */
export function decodeUriSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
