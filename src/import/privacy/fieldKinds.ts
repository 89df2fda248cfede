import { isCardNumber } from '../../secrets/privatePatterns';
import { looksGenerated } from './looksGenerated';

/** What a replaced text was. */
export type SecretKind =
  | 'token'
  | 'JWT'
  | 'key'
  | 'password'
  | 'cookie'
  | 'code'
  | 'identifier'
  | 'e-mail address'
  | 'user name'
  | 'name'
  | 'phone number'
  | 'address'
  | 'date of birth'
  | 'picture'
  | 'host'
  | 'what --replace names';

/** Names of fields whose value is always a secret. */
const SECRETS: readonly (readonly [pattern: RegExp, kind: SecretKind])[] = [
  [/(?:^|_)(?:password|passwd|pwd|passphrase)(?:_?(?:confirm\w*|repeat|again|hash|\d))?$/u, 'password'],
  [/(?:^|_)(?:passcode|pin|otp|totp|mfa_code|cvv|cvc|security_code|ssn)$/u, 'password'],
  [/(?:^|_)(?:secret|security)_answer$/u, 'password'],
  [/(?:^|_)(?:client_secret|(?:api|access|auth|session|private|secret|encryption|signing)_?key(?:_id)?|secret)$/u, 'key'],
  [/^(?:code_verifier|code_challenge|device_code|user_code|authorization_code|access_code|activation_code|backup_code)$/u, 'code'],
  [/(?:^|_)(?:iban|tax_id|national_id|passport_number)$/u, 'identifier'],
  // `progressToken` of MCP only counts.
  [/(?:^|_)(?:(?<!progress_)token(?:_value)?|jwt|assertion|credentials?|authorization)$/u, 'token'],
  [/(?:^|_)(?:csrf|xsrf|csrfmiddlewaretoken|saml_?response|relay_?state)$/u, 'token'],
  [
    /^(?:x_amz_(?:signature|credential|security_token)|j?session_?id|phpsessid|(?:mcp_)?session_id|id_token_hint|login_hint_token)$/u,
    'token',
  ],
];

/** Names that are also used for harmless values: what looks like a word is none. */
const POSSIBLE_SECRETS: readonly (readonly [pattern: RegExp, kind: SecretKind])[] = [
  [/^(?:code|user_code)$/u, 'code'],
  [/(?:^|_)(?:state|nonce|session|sid|sig|signature|hmac|hash|ticket|auth|refresh|key|challenge|verifier)$/u, 'token'],
  [/(?:^|_)pass$/u, 'password'],
  [/(?:^|_)(?:card|card_number|number|pan)$/u, 'code'],
  [/(?:^|_)(?:id|sub|jti|oid|tid|client)$/u, 'identifier'],
];

/** Names of fields that say who a person is. Those of the second list do so in an object about a person only. */
const PERSONAL: readonly (readonly [pattern: RegExp, kind: SecretKind])[] = [
  [/^(?:(?:\w+_)?e_?mail|mail|email_address|e_mail_address|login_hint)$/u, 'e-mail address'],
  [/^(?:username|user_name|preferred_username|upn|unique_name|screen_name|samaccountname)$/u, 'user name'],
  [/^(?:given_name|family_name|first_name|last_name|middle_name|firstname|lastname|surname|holder_name|card_?holder(?:_name)?)$/u, 'name'],
  [/^(?:phone|phone_number|mobile|mobile_phone|telephone)$/u, 'phone number'],
  [/^(?:birth_?date|birthday|date_of_birth|dob)$/u, 'date of birth'],
  [/^(?:street|street_address|full_address|home_address|client_ip|ip_address|remote_addr|ip)$/u, 'address'],
];
const PERSONAL_BESIDE: readonly (readonly [pattern: RegExp, kind: SecretKind])[] = [
  [/^(?:name|full_name|fullname|display_name|nickname)$/u, 'name'],
  [/^(?:login|user|handle)$/u, 'user name'],
  [/^(?:picture|avatar|avatar_url|photo|image)$/u, 'picture'],
  [/^(?:address|location|postal_code|zip)$/u, 'address'],
];

/** An object with one of these keys is about a person. */
const ABOUT_A_PERSON = /^(?:e_?mail|given_name|family_name|first_name|last_name|preferred_username|username|upn|phone_number|avatar_url)$/u;

/** Beside one of these, a login is a name. */
const PASSWORD = /(?:^|_)(?:password|passwd|pwd|pass)$/u;

/** Names that only occur in an exchange of OAuth, OpenID Connect or SAML. `state` also names the state of an order or an issue. */
const OF_SIGN_IN = /^(?:redirect_uri|grant_type|response_type|code_challenge|code_verifier|client_id|saml_?request|saml_?response)$/u;

/** One of these beside `state` is the answer to a request for authorization (RFC 6749, 4.1.2). */
const BESIDE_STATE = ['code', 'error', 'iss', 'session_state'];

/** What surrounds a field. */
export interface FieldContext {
  /** Whether the other fields are those of a sign-in. */
  readonly isSignIn?: boolean | undefined;
  /** Whether the other fields are about a person. */
  readonly isPersonal?: boolean | undefined;
  /** Whether one of the other fields is a password. */
  readonly hasPassword?: boolean | undefined;
}

/** Returns the surroundings of the fields of an object by their names. */
export function contextOf(names: readonly string[]): FieldContext {
  const plain = names.map(snakeCase);
  const has = (pattern: RegExp): boolean => plain.some((name) => pattern.test(name));
  return { isSignIn: has(OF_SIGN_IN), isPersonal: has(ABOUT_A_PERSON), hasPassword: has(PASSWORD) };
}

/** Returns the surroundings of the parameters of an address or a form by their names. */
export function contextOfParameters(names: readonly string[]): FieldContext {
  const context = contextOf(names);
  const isAnswer = names.includes('state') && BESIDE_STATE.some((each) => names.includes(each));
  return { ...context, isSignIn: context.isSignIn === true || isAnswer };
}

/** Returns what the value of a field must not tell; undefined if it may be shown. */
export function kindOfField(
  name: string,
  value: string,
  { isSignIn = false, isPersonal = false, hasPassword = false }: FieldContext = {},
): SecretKind | undefined {
  const plain = snakeCase(name);
  const find = (list: typeof SECRETS): SecretKind | undefined => list.find(([pattern]) => pattern.test(plain))?.[1];
  if (value === '' || value === '…' || /^(?:true|false|null|undefined|none)$/iu.test(value)) return undefined;
  const secret = find(SECRETS);
  if (secret !== undefined) return secret;
  const possible = find(POSSIBLE_SECRETS);
  if (possible !== undefined && looksSecret(value, possible, isSignIn)) return possible;
  if (hasPassword && /^(?:login|user)$/u.test(plain)) return 'user name';
  return find(PERSONAL) ?? (isPersonal ? find(PERSONAL_BESIDE) : undefined);
}

function looksSecret(value: string, kind: SecretKind, isSignIn: boolean): boolean {
  if (looksGenerated(value)) return true;
  // A count of tests that pass is none.
  if (kind === 'password') return value.length >= 3 && !/^(?:\d{1,3}|passed|yes|no|ok)$/iu.test(value);
  if (/^[\d -]{13,23}$/u.test(value)) return isCardNumber(value);
  // A readable identifier, such as the name of a client, belongs to the story.
  if (kind === 'identifier') return value.length >= 10 && /[a-z]/iu.test(value) && (value.match(/\d/gu) ?? []).length >= 4;
  return isSignIn ? value.length >= 4 : value.length >= 8 && /\d/u.test(value) && /[a-z]/iu.test(value);
}

/** `accessToken`, `Access-Token` and `access.token` are one name. */
function snakeCase(name: string): string {
  return name
    .slice(0, 100)
    .replaceAll(/([a-z0-9])([A-Z])/gu, '$1_$2')
    .replaceAll(/[^A-Za-z0-9]+/gu, '_')
    .replaceAll(/^_+|_+$/gu, '')
    .toLowerCase();
}
