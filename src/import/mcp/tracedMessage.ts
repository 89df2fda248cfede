/** Who sent a message, as far as the trace says. */
export type Sender = 'client' | 'server' | undefined;

/** A JSON-RPC message of a trace. */
export interface TracedMessage {
  readonly message: Readonly<Record<string, unknown>>;
  readonly sender: Sender;
  /** Milliseconds since 1970; undefined if the trace does not say. */
  readonly at: number | undefined;
  /** Name of the server, in traces of several; empty otherwise. */
  readonly server: string;
  /** Whether it answers the message before it, whatever its id. */
  readonly answersPrevious?: boolean | undefined;
}
