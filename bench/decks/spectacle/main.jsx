import { createRoot } from 'react-dom/client';
import { Deck, Slide, Stepper } from 'spectacle';
import { slides } from 'virtual:slides';
import '../deck.css';
import './spectacle.css';

const THEME = { colors: { tertiary: '#11111b' } };
const NO_TRANSITION = { from: { opacity: 1 }, enter: { opacity: 1 }, leave: { opacity: 0 } };

function Rows({ lines }) {
  return lines.map((line, index) => (
    <div key={index} className="row">
      {line.map(({ text, colour, bold, badge }, at) => (
        <span
          key={at}
          style={{ ...(badge ? { background: colour, color: '#1e1e2e' } : { color: colour }), fontWeight: bold ? 700 : undefined }}
        >
          {text}
        </span>
      ))}
    </div>
  ));
}

function Box({ slide: { kind, title, stops } }) {
  return (
    <div className={`box box--${kind}`}>
      <div className="bar">{title}</div>
      <div className="rows">
        <div className="all">
          <Stepper values={stops.slice(1)} alwaysVisible>
            {(_, step) =>
              stops.slice(0, step + 2).map(({ marker, lines }) => (
                <div key={marker}>
                  <Rows lines={lines} />
                </div>
              ))
            }
          </Stepper>
        </div>
      </div>
    </div>
  );
}

createRoot(document.getElementById('root')).render(
  <Deck theme={THEME} transition={NO_TRANSITION}>
    {slides.map((slide) => (
      <Slide key={slide.stops[0].marker} padding={0}>
        <Box slide={slide} />
      </Slide>
    ))}
  </Deck>,
);
