/** Vite's configuration for the page of a story, for projects with a build of their own. */
export { viteConfig, type PageSettings } from '../vite/viteConfig';
