export { ROOT } from './project.mjs';
