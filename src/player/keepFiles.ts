/** Loads every file of the page into the browser's cache, one after the other: its server may be gone when they are needed. */
export async function keepFiles(): Promise<void> {
  try {
    // The service worker has the list. It does not run on plain http.
    const list = await (await fetch('./sw.js')).text();
    for (const [file] of list.matchAll(/assets\/[^"'`]+/gu)) await (await fetch(`./${file}`)).arrayBuffer();
  } catch {
    // The stage has what it has loaded.
  }
}
