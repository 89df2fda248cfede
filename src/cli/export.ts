import { cast } from '../export/cast';
import { html } from '../export/html';
import { mermaid } from '../export/mermaid';
import { pdf } from '../export/pdf';
import { png } from '../export/png';
import type { ExportFormat } from '../export/format';

const FORMATS: Readonly<Record<string, ExportFormat>> = { pdf, png, html, cast, mermaid };

/** What can be exported, and how each format is asked for its options. */
function formatHelp(): string {
  const formats = Object.entries(FORMATS).map(([name, { summary }]) => `  ${name.padEnd(8)} ${summary}`);
  return ['Usage: npm run export -- <format> [options]', '', ...formats, '', 'npm run export -- <format> --help tells its options.'].join(
    '\n',
  );
}

/** Writes the story that SCENES asks for as something to leave behind. @throws what the format throws, or when there is no such format */
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
