import { looksRandom, PLACEHOLDER } from './findSecrets';

/** What a private text is. `user` is the name of a person in a path, `host` a computer of an internal network. */
export type PrivateKind = 'key' | 'token' | 'jwt' | 'password' | 'cookie' | 'email' | 'user' | 'host';

export interface PrivatePattern {
  readonly kind: PrivateKind;
  readonly label: string;
  /** The private text is the group `value`. */
  readonly regex: RegExp;
  readonly isPrivate?: (value: string) => boolean;
}

const SECRET_NAME = String.raw`(?:secret|token|api[_-]?key|access[_-]?key|private[_-]?key|credentials?)`;
/** On one line: at the end of a line, `password:` asks for it. */
const ASSIGNED = String.raw`\\?["']?[ \t]*[:=][ \t]*\\?["']?`;
const PASSWORD_NAME = '(?:password|passwd|passphrase|pwd)';
const VALUE = String.raw`(?<value>[^\s"'&;,<>{}()\[\]\\]+)`;

/** A sequence such as 12345678 in a value that is told to be a password does not make it a placeholder. */
export const isWritten = (value: string): boolean =>
  !PLACEHOLDER.test(value.replaceAll(/12345678|abcdef/giu, '')) && !/^(?:\$|%|\*|•|…|\.\.\.)|[…*•]{3}|^\{\{/u.test(value);
const isPassword = (value: string): boolean =>
  (value.length >= 4 || (value.length === 3 && /\d/u.test(value) && /[a-z]/iu.test(value))) &&
  isWritten(value) &&
  !/^(?:string|null|none|true|false|undefined|required|optional|password|empty|incorrect)[.!?]?$/iu.test(value);
const isToken = (value: string): boolean => value.length >= 12 && isWritten(value) && /\d/u.test(value) && looksRandom(value);

/** A folder is none: `PWD=/tmp`. */
const isPath = (value: string): boolean => /^(?:~|[A-Z]:)?[/\\]|^~$/u.test(value);

/** Whether the digits of a value have the check digit of a card's number (ISO/IEC 7812). */
export function isCardNumber(value: string): boolean {
  const digits = value.replaceAll(/\D/gu, '');
  const sum = [...digits].toReversed().reduce((total, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0 && new Set(digits).size > 1;
}

/** Programs that take a name and a password, up to the option. */
const MYSQL = String.raw`\b(?:mysql\w*|mariadb[\w-]*|sshpass)\b[^\n|;]{0,300}?\s`;
const LOGIN = String.raw`\b(?:(?:docker|podman|oc|az|helm registry|crane auth) login|sshpass|mongo\w*)\b[^\n|;]{0,300}?\s`;
const CURL = String.raw`\bcurl\b[^\n|;]{0,300}?\s(?:-u|-U|--user|--proxy-user)[ =]?["']?`;

/** Names of accounts that many computers have. */
export const COMMON_USERS = new RegExp(
  '^(?:me|you|users?|users?name|root|admin|ann|bob|demo|example|guest|shared|public|default|dev|test|' +
    'runner|ubuntu|debian|vagrant|node|vscode|pi|git|app|www-data)$',
  'iu',
);

const isName = (value: string): boolean => !COMMON_USERS.test(value);
const isHost = (value: string): boolean => !/(?:^|\.)(?:localhost|example\.[a-z]+)$/iu.test(value);

/** In order of precedence: of two texts that overlap, the first is kept. */
export const PRIVATE_PATTERNS: readonly PrivatePattern[] = [
  {
    kind: 'password',
    label: 'a password in an address',
    regex: /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:(?<value>[^\s/@]+)@/giu,
    isPrivate: isPassword,
  },
  {
    kind: 'password',
    label: 'a password',
    regex: new RegExp(
      String.raw`(?:${PASSWORD_NAME}|(?:_|\b)pass)["']?[ \t]*[:=][ \t]*(?<quote>["'])(?<value>[^"'\n\\]{3,80})\k<quote>`,
      'giu',
    ),
    isPrivate: isPassword,
  },
  {
    kind: 'password',
    label: 'a password',
    regex: new RegExp(`${PASSWORD_NAME}${ASSIGNED}${VALUE}`, 'giu'),
    isPrivate: (value) => isPassword(value) && !isPath(value),
  },
  {
    kind: 'password',
    label: 'a password',
    regex: new RegExp(String.raw`(?:_|\b)pass=["']?${VALUE}`, 'giu'),
    isPrivate: (value) => isPassword(value) && !/^\d+$/u.test(value),
  },
  { kind: 'password', label: 'a password', regex: new RegExp(String.raw`${MYSQL}-p["']?${VALUE}`, 'gu'), isPrivate: isPassword },
  { kind: 'password', label: 'a password', regex: new RegExp(String.raw`${LOGIN}-p[ =]?["']?${VALUE}`, 'gu'), isPrivate: isPassword },
  {
    kind: 'password',
    label: 'a password',
    regex: new RegExp(String.raw`${CURL}[^\s:"']+:(?<value>[^\s"']+)`, 'gu'),
    isPrivate: isPassword,
  },
  {
    kind: 'user',
    label: 'the name of a user',
    regex: new RegExp(
      String.raw`(?:${CURL}|(?:${LOGIN}|${MYSQL})(?:-u|--user(?:name)?)[ =]?["']?)(?<value>\p{L}[\p{L}\p{N}._-]*)(?![^\s:"'])`,
      'gu',
    ),
    isPrivate: isName,
  },
  {
    kind: 'password',
    label: 'a password',
    regex: /--(?:password|passwd|pass)[ \t]+["']?(?<value>[^\s"'-][^\s"']*)/gu,
    isPrivate: isPassword,
  },
  {
    kind: 'password',
    label: 'a name and password',
    regex: /\bBasic[ \t]+(?<value>[A-Za-z0-9+/]{8,}={0,2})(?![A-Za-z0-9+/=])/gu,
    isPrivate: (value) => isWritten(value) && Buffer.from(value, 'base64').toString('latin1').includes(':'),
  },
  { kind: 'token', label: 'a bearer token', regex: /\bBearer[ \t]+(?<value>[\w\-.~+/]{12,}=*)/giu, isPrivate: isToken },
  {
    kind: 'token',
    label: 'a token',
    // A variable of the environment is one whatever its value looks like.
    regex: new RegExp(String.raw`\b(?:[A-Z0-9]+_)*(?:SECRET|TOKEN|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|SECRET_?KEY)=["']?${VALUE}`, 'gu'),
    isPrivate: isPassword,
  },
  { kind: 'token', label: 'a token', regex: new RegExp(String.raw`${SECRET_NAME}${ASSIGNED}${VALUE}`, 'giu'), isPrivate: isToken },
  {
    kind: 'token',
    label: 'a token',
    regex: new RegExp(String.raw`--[\w-]*${SECRET_NAME}[ \t]+["']?(?<value>[^\s"']+)`, 'giu'),
    isPrivate: isToken,
  },
  {
    kind: 'token',
    label: 'the number of a card',
    regex: /(?<![\w.-])(?<value>[3-6]\d{3}(?<gap>[ -]?)\d{4}\k<gap>\d{4}\k<gap>\d{4}|3[47]\d{13})(?![\w-]|\.\d)/gu,
    isPrivate: isCardNumber,
  },
  {
    kind: 'user',
    label: 'the name of a person',
    // Before an e-mail address, as git writes it.
    regex: /(?<![\p{L}\p{N}])(?<value>\p{Lu}[\p{L}.'-]+(?: \p{Lu}[\p{L}.'-]*){1,3}) <[^\s<>@]+@(?!example\.)/gu,
  },
  {
    kind: 'user',
    label: 'the name of a user',
    // Folders of Windows may have spaces.
    regex: /\b[A-Z]:\\+Users\\+(?<value>\p{L}[\p{L}\p{N}._'-]*(?: \p{L}[\p{L}\p{N}._'-]*){1,3})(?=[\\>"])/gu,
    isPrivate: isName,
  },
  {
    kind: 'user',
    label: 'the name of a user',
    regex: /(?:\/home\/|\/Users\/|\b[A-Z]:\\+Users\\+)(?<value>[\p{L}\p{N}][\p{L}\p{N}._-]*)/gu,
    isPrivate: isName,
  },
  {
    kind: 'host',
    label: 'a computer of an internal network',
    regex:
      /(?<![\w-]|[\w-]\.)(?<value>(?:[a-z0-9][a-z0-9-]*\.)+(?:internal|intranet|corp|lan|local|localdomain|home\.arpa))(?![\w-]|\.\w)/giu,
    isPrivate: isHost,
  },
  {
    kind: 'host',
    label: 'an address of an internal network',
    regex: /(?<![\w.-])(?<value>(?:10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d{1,3}){2})(?![\w-]|\.\d)/gu,
  },
];
