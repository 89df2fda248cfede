import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../project/project.mjs';
import { packageSpecifier } from './packageSpecifier';

/** Returns the files that make the folder of a story a project of its own, by their paths. */
export async function talkFiles(id: string, folder: string): Promise<Readonly<Record<string, string>>> {
  const { engines } = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8')) as { engines: { node: string } };
  const manifest = {
    name: id,
    private: true,
    type: 'module',
    scripts: { dev: 'understudy dev', check: 'understudy check', build: 'understudy build', preview: 'understudy preview' },
    engines,
    dependencies: { 'understudy-demo': await packageSpecifier(folder) },
  };
  return {
    'package.json': `${JSON.stringify(manifest, null, 2)}\n`,
    '.gitignore': 'node_modules\ndist\n',
    'README.md': README.replace('{{id}}', id),
    '.github/workflows/pages.yml': PAGES_WORKFLOW,
  };
}

const README = `# {{id}}

A scripted demo, played by Understudy. \`story.json\` lists its scenes; each file is one of them.
\`AGENTS.md\` has the whole format, for coding agents.

    npm install
    npm run dev      # write it while it plays
    npm run check    # what would embarrass on stage
    npm run build    # static files in dist/, and dist/standalone.html, which plays from a disk

Present with the arrow keys or a clicker: \`→\` next, \`←\` back, \`s\` speaker window, \`?\` all keys.
`;

const PAGES_WORKFLOW = `name: Publish the demo
on:
  push:
    branches: [main]
permissions:
  contents: read
  pages: write
  id-token: write
jobs:
  publish:
    runs-on: ubuntu-latest
    environment:
      name: github-pages
      url: \${{ steps.deployment.outputs.page_url }}
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npm install
      - run: npm run build
      - uses: actions/upload-pages-artifact@v3
        with:
          path: dist
      - id: deployment
        uses: actions/deploy-pages@v4
`;
