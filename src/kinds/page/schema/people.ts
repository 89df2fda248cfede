import { choice, definePart, flag, icon, parts, styled, words } from './part';

const avatar = definePart(
  'avatar',
  'A person or a bot: initials, an emoji or an icon on a colour of its own.',
  { name: 'Ann Lee' },
  { name: words('Who it is.', 'Ann Lee'), icon: icon.optional(), named: flag('The name stands beside it.') },
);

const speakerFields = {
  by: words('Who says it.', 'Ann Lee'),
  icon: icon.optional(),
  when: words('When.', '2 minutes ago').optional(),
  badge: words('A label beside the name.', 'bot').optional(),
  text: styled('What is said.', 'Why three times?').optional(),
  parts: parts('Below the words: code, a picture, buttons, replies.', [{ type: 'button', label: 'Approve' }]).optional(),
};

const comment = definePart(
  'comment',
  'What somebody says on the page: a comment, a review, an entry of a history.',
  { by: 'Ann Lee', when: '2 minutes ago', text: 'Why **three** times?' },
  speakerFields,
);

const message = definePart(
  'message',
  'A message in a chat.',
  { by: 'Deploy bot', icon: 'bot', badge: 'app', when: '10:41', text: 'May I deploy `v2.4`?' },
  { ...speakerFields, mine: flag('Sent by the one whose screen it is: at the end of the line, in the page’s colour.') },
);

const chat = definePart(
  'chat',
  'Messages, with a field to write below them if you like.',
  { title: 'releases', parts: [{ type: 'message', by: 'Ann Lee', text: 'Ready?' }], placeholder: 'Message releases' },
  {
    title: styled('The channel, or whom it is with.', 'releases').optional(),
    note: styled('Small words after the title.', '24 members').optional(),
    look: choice(['channel', 'bubbles'], 'How messages look.', [
      'Name and picture before each, as in a team’s chat.',
      'In bubbles, as on a phone.',
    ]),
    parts: parts('The messages.', [{ type: 'message', by: 'Ann Lee', text: 'Ready?' }]),
    placeholder: words('Grey words in the field below.', 'Message releases').optional(),
    draft: words('What is written in the field below and not yet sent.', 'Looks good').optional(),
  },
);

export const peopleParts = [avatar, comment, message, chat] as const;
