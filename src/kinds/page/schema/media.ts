import { imageFields } from '../../../schema/image';
import { choice, definePart, flag, icon, styled, tone, words } from './part';

const image = definePart(
  'image',
  'A picture from a file beside the scene.',
  { src: 'dashboard.png', alt: 'The dashboard. Sign-ins rise from 200 to 900 a day.' },
  {
    ...imageFields,
    caption: styled('Small words below it.', 'Last week').optional(),
    border: choice(['line', 'none'], 'What is around it.', ['A thin line.', 'Nothing.']),
  },
);

const iconPart = definePart(
  'icon',
  'An icon by itself.',
  { icon: 'rocket', size: 'large' },
  { icon, tone, size: choice(['normal', 'large'], 'How large.', ['As the words.', 'Four times as large.']) },
);

const logo = definePart(
  'logo',
  'The tile with the emoji or the letters of a site.',
  { text: 'F' },
  { text: words('An emoji or letters.', '🏢', 'ACME'), springs: flag('Springs into place when it comes.') },
);

export const mediaParts = [image, iconPart, logo] as const;
