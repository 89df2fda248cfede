import { cast } from '../export/cast';
import { html } from '../export/html';
import { mermaid } from '../export/mermaid';
import { pdf } from '../export/pdf';
import { png } from '../export/png';
import type { ExportFormat } from '../export/format';

const FORMATS: Readonly<Record<string, ExportFormat>> = { pdf, png, html, cast, mermaid };

function formatHelp(): string {
  const formats = Object.entries(FORMATS).map(([name, { summary }]) => `  ${name.padEnd(8)} ${summary}`);
  return `Usage: npm run export -- <format> [options]

${formats.join('\n')}

npm run export -- <format> --help tells its options.`;
}

/** Runs `npm run export`. @throws when there is no such format, and what the format throws */
export async function main([name, ...args]: readonly string[]): Promise<void> {
  if (name === undefined || name === '--help' || name === '-h') {
    console.log(formatHelp());
    return;
  }
  const format = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
  if (!format) throw new Error(`There is no format "${name}". Known formats: ${Object.keys(FORMATS).join(', ')}.`);
  if (args.includes('--help') || args.includes('-h')) {
    console.log(`npm run export -- ${name} [options]\n${format.summary}\n\n${format.usage}`);
    return;
  }
  await format.run(args);
}
