import process from 'node:process';
import { createInterface, type Interface } from 'node:readline/promises';
import { firstCharacters } from '../privacy/firstCharacters';
import type { PrivateName } from './privateNames';

/** Whether the terminal is interactive, so that questions can be answered. */
export function canAsk(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY;
}

/** Asks at the terminal what stands in the place of a name. */
export class Questions {
  #terminal: Interface | undefined;
  #isFirst = true;

  /** Returns the value to show in place of a name; undefined to keep it. */
  async ask({ kind, label, value, count }: PrivateName, suggestion: string): Promise<string | undefined> {
    this.#terminal ??= createInterface({ input: process.stdin, output: process.stdout });
    if (this.#isFirst)
      console.log('The recording has names that others should perhaps not read. Enter takes the suggestion, = keeps the name.');
    this.#isFirst = false;
    const answer = await this.#terminal.question(`  ${firstCharacters(value, kind)} (${label}, ${count}×) becomes [${suggestion}]: `);
    if (answer.trim() === '=') return undefined;
    return answer.trim() === '' ? suggestion : answer.trim();
  }

  close(): void {
    this.#terminal?.close();
  }
}
