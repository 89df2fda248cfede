import path from 'node:path';
import type { Plugin } from 'vite';
import { formatImageReport } from './imageReport.ts';
import type { StoryLoader } from './storyLoader';

/** Serves the files that kinds add, and writes them into the build. In standalone.html their addresses become data URLs. */
export function assetsPlugin(source: StoryLoader): Plugin {
  return {
    name: 'understudy:assets',
    configureServer({ middlewares, config }) {
      middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        const asset = source.assets.find(({ url }) => pathname === config.base + url.slice('./'.length));
        if (!asset) return next();
        response.setHeader('Content-Type', contentType(asset.url));
        response.end(asset.content);
      });
    },
    async generateBundle() {
      if (this.environment.config.mode === 'standalone') return;
      await source.ready();
      for (const { url, content } of source.assets) this.emitFile({ type: 'asset', fileName: url.slice('./'.length), source: content });
      const report = formatImageReport(source.images);
      if (report !== undefined) this.environment.logger.info(report);
      for (const note of source.buildNotes) this.environment.logger.info(note);
    },
  };
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
  '.json': 'application/json',
  '.css': 'text/css',
  '.txt': 'text/plain; charset=utf-8',
};

function contentType(file: string): string {
  return CONTENT_TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
}

/** Replaces the addresses of assets in a text by data URLs. */
export function inlineAssets(source: string, assets: StoryLoader['assets']): string {
  return assets.reduce(
    (text, { url, content }) => text.replaceAll(url, `data:${contentType(url)};base64,${Buffer.from(content).toString('base64')}`),
    source,
  );
}
