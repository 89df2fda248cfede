/** The value of `understudy` in every message: it identifies the protocol and its version. */
export const EMBED_VERSION = 1;
