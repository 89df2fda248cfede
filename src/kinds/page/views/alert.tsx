import type { ReactElement } from 'react';
import type { PartProps } from '../PageContext';
import { MessageBox, type MessageFields } from '../MessageBox';

export default function AlertView({ part, root }: PartProps<MessageFields>): ReactElement {
  return <MessageBox {...root(`part-notice tone-${part.tone ?? 'info'}`)} fields={part} />;
}
