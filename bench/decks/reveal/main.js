import Reveal from 'reveal.js';
import 'reveal.js/reveal.css';
import '../deck.css';
import './reveal.css';

void new Reveal({ width: 1280, height: 720, margin: 0, center: false, transition: 'none', hash: true }).initialize();
