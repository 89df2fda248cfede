/** What UnoCSS makes of Slidev's own sources is nothing the minifier accepts. */
export default { build: { cssMinify: false } };
