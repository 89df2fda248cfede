/** The part of a policy of Trusted Types that the page uses. */
interface TrustedPolicy {
  createScriptURL(text: string): string;
  createHTML(text: string): string;
}

let policy: TrustedPolicy | undefined;

/** Returns the page's only policy; undefined where browsers have no Trusted Types. ADR 022 */
function trustedPolicy(): TrustedPolicy | undefined {
  const { trustedTypes } = window as { trustedTypes?: { createPolicy(name: string, rules: TrustedPolicy): TrustedPolicy } };
  return (policy ??= trustedTypes?.createPolicy('understudy', { createScriptURL: (address) => address, createHTML: (html) => html }));
}

/** Returns the address of the service worker as a TrustedScriptURL. */
export function trustedWorkerUrl(): string {
  const address = './sw.js';
  return trustedPolicy()?.createScriptURL(address) ?? address;
}

/** Returns a document that the build has cleaned as TrustedHTML, for the `srcdoc` of a frame without scripts. */
export function trustedDocument(html: string): string {
  return trustedPolicy()?.createHTML(html) ?? html;
}
