import { UnderstudyDemo } from './UnderstudyDemo';

export { UnderstudyDemo };

declare global {
  interface HTMLElementTagNameMap {
    'understudy-demo': UnderstudyDemo;
  }
}

if (globalThis.customElements && !customElements.get('understudy-demo')) customElements.define('understudy-demo', UnderstudyDemo);
