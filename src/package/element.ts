/** Defines `<understudy-demo>`, a built story in a page. A server may load the module, where it does nothing. */
export { UnderstudyDemo } from '../element/define';
export type { UnderstudyDemoEventMap } from '../element/events';
