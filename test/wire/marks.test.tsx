// @vitest-environment jsdom
import { readFile } from 'node:fs/promises';
import { cleanup, render } from '@testing-library/react';
import { wire as builtWire } from 'virtual:wire';
import { afterEach, expect, test, vi } from 'vitest';
import type { WireData } from '../../src/core/wire';
import { markProps } from '../../src/wire/markProps';
import { MessageView } from '../../src/wire/MessageView';
import { SequenceDiagram } from '../../src/wire/SequenceDiagram';
import { WireList } from '../../src/wire/WireList';

afterEach(cleanup);

const wire = builtWire!;
const own: WireData = { ...wire, marks: wire.marks.map((mark) => ({ ...mark, label: `my ${mark.label}`, style: 'dotted' })) };
const unmarked: WireData = { ...wire, marks: [] };
const stop = wire.stops[0]!;
const [message] = stop.messages;

function renderAll(data: WireData): HTMLElement {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      disconnect(): void {}
    },
  );
  const rows = [{ message: message!, isHighlighted: true }];
  return render(
    <>
      <SequenceDiagram
        wire={data}
        parties={data.parties}
        rows={rows}
        openMessageId={undefined}
        drawMs={0}
        stopIndex={0}
        onOpen={() => {}}
      />
      <MessageView wire={data} message={message!} onClose={() => {}} />
      <WireList wire={data} stop={stop} />
    </>,
  ).container;
}

test('diagram, message and list show the label, line and colour of the story’s mark', () => {
  const view = renderAll(own);
  const marks = [...view.querySelectorAll<HTMLElement>('.mark')];
  expect(marks.map(({ textContent }) => textContent)).toEqual(['my as deployed', 'my as deployed', 'my as deployed', 'my AWS']);
  for (const mark of marks.slice(0, 3))
    expect([mark.style.borderStyle, mark.style.getPropertyValue('--mark')]).toEqual(['dotted', 'var(--role-ok)']);
  expect(view.querySelector<HTMLElement>('.wire-list .mark')?.title).toBe('The published backend does this.');
  expect(view.querySelector('.message__truth')?.textContent).toBe('my as deployed The published backend does this.');
});

test('nothing stands for a message without a mark', () => {
  const view = renderAll(unmarked);
  expect(view.querySelectorAll('.mark, .message__truth')).toHaveLength(0);
});

test('the line "double" is thick enough for two lines', async () => {
  const { container } = render(<span {...markProps({ ...wire.marks[0]!, style: 'double' })} />);
  const css = await readFile('src/wire/sequence-row.css', 'utf8');
  expect(container.querySelector('.mark--double')).not.toBeNull();
  // Browsers draw a double line below three pixels as one.
  expect(/\.mark--double \{\s*border-width: max\((\d+)px/u.exec(css)?.[1]).toBe('3');
});
