/** Fields of an entry that a test is about. */
export interface EntryParts {
  readonly url: string;
  readonly method?: string;
  readonly at?: number;
  readonly time?: number;
  readonly requestHeaders?: Readonly<Record<string, string>>;
  readonly post?: { readonly mimeType: string; readonly text: string };
  readonly status?: number;
  readonly responseHeaders?: Readonly<Record<string, string>>;
  readonly type?: string;
  readonly text?: string;
  readonly more?: object;
}

const START = Date.UTC(2026, 0, 1);

const list = (headers: Readonly<Record<string, string>> = {}): readonly object[] =>
  Object.entries(headers).map(([name, value]) => ({ name, value }));

/** Returns the text of a HAR with entries a second and a half apart. */
export function harOf(entries: readonly EntryParts[], creator = 'WebInspector'): string {
  return JSON.stringify({
    log: {
      version: '1.2',
      creator: { name: creator, version: '1' },
      entries: entries.map(
        ({ url, method = 'GET', at, time = 50, requestHeaders, post, status = 200, responseHeaders, type, text, more }, index) => ({
          startedDateTime: new Date(START + (at ?? index * 1500)).toISOString(),
          time,
          request: {
            method,
            url,
            httpVersion: 'h2',
            headers: list(requestHeaders),
            queryString: [],
            cookies: [],
            ...(post && { postData: post }),
          },
          response: {
            status,
            statusText: '',
            headers: list(responseHeaders),
            content: { size: text?.length ?? 0, mimeType: type ?? 'application/json', ...(text !== undefined && { text }) },
            redirectURL: responseHeaders?.['location'] ?? '',
          },
          ...more,
        }),
      ),
    },
  });
}
