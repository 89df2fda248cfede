/** The module `understudy-demo` in a page: without zod, which only schemas need. */
export { defineConfig } from '../config/defineConfig';
export { defineKind } from '../kinds/kind';
