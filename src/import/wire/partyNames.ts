/** First parts of host names that say what a host is for. */
const PURPOSES: ReadonlySet<string> = new Set(
  [
    'account accounts admin api app auth authorize cdn connect dev docs events gateway git graph graphql id identity idp',
    'iam login mail mcp media oauth oauth2 oidc portal secure service services signin sso static sts token upload ws',
  ].flatMap((line) => line.split(' ')),
);

/** Second level domains under which others register theirs. */
const SHARED_SUFFIX = /^(?:co|com|org|net|gov|edu|ac|gob|or|ne)$/iu;

const MAX_NAME = 22;

/** Returns a short name for a host, other than those in `taken`: “Acme auth” for auth.acme.com. An address without a name stays. */
export function partyName(host: string, taken: readonly string[]): string {
  const base = shortName(host).slice(0, MAX_NAME);
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? base : `${base} ${count}`;
    if (!taken.includes(name)) return name;
  }
}

function shortName(host: string): string {
  const name = host.replace(/:\d+$/u, '');
  if (name === 'localhost' || /^[\d.]+$|^\[/u.test(name) || !name.includes('.')) return host;
  const labels = name.split('.');
  labels.pop();
  if (labels.length > 1 && SHARED_SUFFIX.test(labels.at(-1)!)) labels.pop();
  const domain = labels.pop() ?? name;
  const purpose = labels.findLast((label) => PURPOSES.has(label.toLowerCase()));
  const title = domain.charAt(0).toUpperCase() + domain.slice(1);
  return purpose === undefined ? title : `${title} ${purpose.toLowerCase()}`;
}
