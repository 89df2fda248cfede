import type { ReactElement } from 'react';
import type { PartProps } from '../PageContext';
import { MessageBox, type MessageFields } from '../MessageBox';

export default function ToastView({ part, root }: PartProps<MessageFields>): ReactElement {
  return <MessageBox {...root(`part-notice part-notice--toast tone-${part.tone ?? 'info'}`)} fields={part} />;
}
