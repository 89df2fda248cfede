import { FitAddon } from '@xterm/addon-fit';
import { Terminal } from '@xterm/xterm';
import '@xterm/xterm/css/xterm.css';
import { useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { slides } from 'virtual:slides';
import '../deck.css';
import './xterm.css';

const STOPS = slides.flatMap(({ stops }, slide) => stops.map((stop, index) => ({ ...stop, slide, opens: index === 0 })));

function ansi({ text, colour, bold, badge }) {
  const rgb = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)).join(';');
  return `\x1b[0;${badge ? '48' : '38'};2;${rgb}${bold ? ';1' : ''}m${text}`;
}

const printed = ({ lines }) => lines.map((line) => `${line.map(ansi).join('')}\r\n`).join('');

/** Everything the slide of a stop shows so far, on an empty screen. */
const screenAt = (stop) =>
  `\x1bc${STOPS.slice(0, stop + 1)
    .filter(({ slide }) => slide === STOPS[stop].slide)
    .map(printed)
    .join('')}`;

function Page() {
  const host = useRef(null);
  const terminal = useRef(null);
  const [stop, setStop] = useState(0);
  const shown = useRef(-1);

  useEffect(() => {
    const opened = new Terminal({
      fontFamily: '"Understudy Mono", monospace',
      fontSize: 20,
      disableStdin: true,
      theme: { background: '#1e1e2e' },
    });
    const fit = new FitAddon();
    opened.loadAddon(fit);
    opened.attachCustomKeyEventHandler(() => false);
    opened.open(host.current);
    fit.fit();
    terminal.current = opened;
    return () => opened.dispose();
  }, []);

  useEffect(() => {
    const goesOn = stop === shown.current + 1 && !STOPS[stop].opens;
    terminal.current.write(goesOn ? printed(STOPS[stop]) : screenAt(stop));
    shown.current = stop;
  }, [stop]);

  useEffect(() => {
    const onKey = ({ key }) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
      if (step) setStop((current) => Math.max(0, Math.min(STOPS.length - 1, current + step)));
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  return <div ref={host} className="host" />;
}

// The terminal measures its cells as it opens: the faces must be there.
await Promise.all(['400', '700'].map((weight) => document.fonts.load(`${weight} 16px "Understudy Mono"`)));
createRoot(document.getElementById('root')).render(<Page />);
