/** Name and value of a header, a parameter or a field of a form. */
export type Pair = readonly [name: string, value: string];

/** What a message carries besides parameters: a JSON value, text in a language of the highlighter, or only what it is. */
export type TraceBody =
  | { readonly json: unknown }
  | { readonly text: string; readonly lang: string }
  /** What is left out, for example “An HTML page, 12 kB”. */
  | { readonly leftOut: string };

/** A message of a recorded trace, before secrets are replaced. Everything in it is untrusted. */
export interface TraceMessage {
  readonly kind: 'request' | 'response' | 'local';
  /** Milliseconds since the first message. */
  readonly at: number;
  /** Keys of parties. */
  readonly from: string;
  readonly to: string;
  /** A request and its response have the same number; no other message has it. */
  readonly exchange: number;
  /** The words on the arrow, with secrets; paths in them are shortened when these are replaced. */
  readonly label: readonly string[];
  /** Method of an HTTP request. */
  readonly method?: string | undefined;
  /** Address of a request, or of where a response leads; its query is in `query`. */
  readonly address?: string | undefined;
  readonly query?: readonly Pair[] | undefined;
  /** Status line of an HTTP response. */
  readonly status?: string | undefined;
  readonly headers?: readonly Pair[] | undefined;
  readonly form?: readonly Pair[] | undefined;
  readonly body?: TraceBody | undefined;
  readonly note?: string | undefined;
}

/** A party that sends or receives messages of a trace. */
export interface TraceParty {
  readonly key: string;
  readonly name: string;
  readonly detail: string;
  /** A client stands left of the servers. */
  readonly isClient: boolean;
}

/** What was left out, by the reason, with an example of each place. */
export interface LeftOut {
  readonly reason: string;
  readonly places: readonly string[];
}

/** A trace, read and cut to what tells the story. */
export interface Trace {
  readonly parties: readonly TraceParty[];
  /** In the order of time. */
  readonly messages: readonly TraceMessage[];
  readonly leftOut: readonly LeftOut[];
  /** Sentences about what could not be read or matched. */
  readonly remarks: readonly string[];
}
