import type { PrivateText } from '../../secrets/findPrivateText';
import { COMMON_USERS } from '../../secrets/privatePatterns';

/** A name or secret. */
export type FoundName = Omit<PrivateText, 'at'>;

/** Names of computers that say nothing of a person. */
const COMMON_HOST = new RegExp(
  '^(?:localhost|laptop|desktop|pc|host|server|machine|computer|box|vm|demo|dev|docker|container|' +
    String.raw`ubuntu|debian|fedora|arch|nixos|alpine|kali|macbook|raspberrypi|latest|next|example(?:\..*)?)$`,
  'iu',
);

const START = String.raw`(?<![\p{L}\p{N}._%+@-])`;
const USER = String.raw`(?<user>[\p{L}\p{N}_][\p{L}\p{N}._-]*)`;
const HOST = String.raw`(?<host>[\p{L}\p{N}][\p{L}\p{N}._-]*)`;
/** An icon before a name. */
const ICON = String.raw`(?:[^\p{L}\p{N}\s~/]{1,3} ?)?`;

/** User and host in what is known to be a prompt. */
const IN_PROMPTS: readonly RegExp[] = [
  new RegExp(`${START}${USER} ?[@㉿] ?${HOST}`, 'u'),
  // starship, spaceship
  new RegExp(`${START}${USER} (?:in|at) ${ICON}${HOST} in `, 'u'),
  new RegExp(`^[^\\p{L}\\p{N}~/]*${USER} in ${ICON}[~/]`, 'u'),
];

/** Those that are one wherever they stand, such as on a screen that is kept as it was recorded. */
const ANYWHERE: readonly RegExp[] = [
  // bash, zsh, fish: a folder and a sign
  new RegExp(String.raw`${START}${USER}@${HOST}(?:(?:: ?| )(?:[~/][^$#%>❯\n]{0,80}?)?|(?: [^\s\]]{1,60})?\])? ?[$#%>❯](?= |$)`, 'u'),
  // what terminals and multiplexers have as a title
  new RegExp(`${START}${USER}@${HOST}: ?[~/]`, 'u'),
  new RegExp(`${START}${USER}㉿${HOST}`, 'u'),
  new RegExp(`${START}${USER} (?:in|at) ${ICON}${HOST} in ${ICON}[~/]`, 'u'),
];

/** Returns the names of users and computers in prompts, which are also looked for in `texts`. */
export function findPromptNames(texts: readonly string[], prompts: readonly string[]): readonly FoundName[] {
  return [...namesIn(prompts, IN_PROMPTS), ...namesIn(texts, ANYWHERE)];
}

function namesIn(texts: readonly string[], patterns: readonly RegExp[]): readonly FoundName[] {
  return [...new Set(texts)].flatMap((text) => {
    const { user, host } = patterns.map((pattern) => pattern.exec(text)?.groups).find((groups) => groups !== undefined) ?? {};
    const names: FoundName[] = [];
    if (user !== undefined && !COMMON_USERS.test(user)) names.push({ kind: 'user', label: 'the name of a user', value: user });
    if (host !== undefined && !COMMON_HOST.test(host)) names.push({ kind: 'host', label: 'the name of a computer', value: host });
    return names;
  });
}
