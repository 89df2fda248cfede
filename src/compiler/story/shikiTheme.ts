import type { ThemeRegistration } from 'shiki';
import type { Role } from '../../core/roles';

/** The roles that a grammar can give to code. */
const HIGHLIGHT_ROLES = [
  'text',
  'key',
  'string',
  'number',
  'punctuation',
  'comment',
  'ok',
  'error',
  'info',
] as const satisfies readonly Role[];

type HighlightRole = (typeof HIGHLIGHT_ROLES)[number];

/** One colour for each role: shiki's themes assign colours, while the page needs roles. */
const PLACEHOLDER_COLOURS = Object.fromEntries(HIGHLIGHT_ROLES.map((role, index) => [role, `#00000${index + 1}`])) as Record<
  HighlightRole,
  string
>;

const TEXTMATE_SCOPES: Readonly<Record<Exclude<HighlightRole, 'text'>, string[]>> = {
  punctuation: ['punctuation', 'meta.brace', 'keyword.operator'],
  number: ['constant', 'support.constant'],
  key: [
    'support.type.property-name',
    'punctuation.support.type.property-name',
    'keyword',
    'storage',
    'entity.name.tag',
    'entity.other.attribute-name',
    'punctuation.definition.tag',
  ],
  string: ['string', 'punctuation.definition.string', 'constant.character.escape'],
  comment: ['comment', 'punctuation.definition.comment'],
  ok: ['markup.inserted', 'punctuation.definition.inserted'],
  error: ['markup.deleted', 'punctuation.definition.deleted'],
  info: ['meta.diff.header', 'meta.diff.range', 'punctuation.definition.range.diff'],
};

export const shikiTheme: ThemeRegistration = {
  name: 'roles',
  type: 'dark',
  colors: { 'editor.foreground': PLACEHOLDER_COLOURS.text, 'editor.background': '#ffffff' },
  settings: [
    { settings: { foreground: PLACEHOLDER_COLOURS.text, background: '#ffffff' } },
    ...Object.entries(TEXTMATE_SCOPES).map(([role, scope]) => ({
      scope,
      settings: { foreground: PLACEHOLDER_COLOURS[role as HighlightRole] },
    })),
  ],
};

/** Returns the role of a placeholder colour. */
export function roleOfColour(colour: string | undefined): Role {
  return HIGHLIGHT_ROLES.find((role) => PLACEHOLDER_COLOURS[role] === colour?.toLowerCase()) ?? 'text';
}
