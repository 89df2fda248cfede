import { text } from './text.js';

const show = (/** @type {string} */ words) => {
  document.body.textContent = words;
};
show(text);

import.meta.hot?.accept('./text.js', (changed) => show(changed?.['text']));
