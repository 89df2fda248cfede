/** Modes that programs switch on for themselves, by their DEC number: other screens, mouse reports, pasted text in brackets. */
const OFF_BY_DEFAULT = new Set([1, 9, 47, 1000, 1001, 1002, 1003, 1004, 1005, 1006, 1015, 1016, 1047, 1048, 1049, 2004, 2026, 2031, 2048]);
/** Modes that they switch off: line wrap, the cursor. */
const ON_BY_DEFAULT = new Set([7, 25]);

// oxlint-disable no-control-regex
const SEQUENCE = /\x1bc|\x1b[=>]|\x1b\[\?([\d;]+)([hl])|\x1b\[([<>])\d*(?:;\d+)?u|\x1b\[(\d+;\d+)?r|\x1b\[>4(?:;(\d*))?m/gu;
/** The start of a sequence at the end of a chunk. */
const INCOMPLETE = /\x1b(?:\[[?<>\d;]*)?$/u;
// oxlint-enable no-control-regex

/** Follows what a program asks of the terminal, to undo what it leaves behind if it dies. */
export class TerminalModes {
  readonly #changed = new Set<number>();
  #isKeypad = false;
  #hasRegion = false;
  #hasKeyReports = false;
  #pushedKeyModes = 0;
  #incomplete = '';

  /** Reads a piece of output. Sequences may begin in one piece and end in the next. */
  read(output: string): void {
    const text = this.#incomplete + output;
    this.#incomplete = INCOMPLETE.exec(text.slice(-64))?.[0] ?? '';
    for (const [sequence, modes, action, keyModes, region, keyReports] of text.matchAll(SEQUENCE)) {
      if (sequence === '\x1bc') this.#reset();
      else if (modes !== undefined) for (const mode of modes.split(';')) this.#set(Number(mode), action === 'h');
      else if (keyModes !== undefined) this.#pushedKeyModes = Math.max(0, this.#pushedKeyModes + (keyModes === '>' ? 1 : -1));
      else if (sequence.endsWith('r')) this.#hasRegion = region !== undefined;
      else if (sequence.endsWith('m')) this.#hasKeyReports = (keyReports || '0') !== '0';
      else this.#isKeypad = sequence === '\x1b=';
    }
  }

  /** Returns what brings the terminal back to how shells expect it; nothing but plain colours if all is as it should be. */
  undo(): string {
    const isOn = (mode: number): boolean => OFF_BY_DEFAULT.has(mode);
    const modes = [...this.#changed].map((mode) => `\x1b[?${mode}${isOn(mode) ? 'l' : 'h'}`);
    return [
      ...(this.#hasRegion ? ['\x1b7\x1b[r\x1b8'] : []),
      ...Array.from({ length: this.#pushedKeyModes }, () => '\x1b[<u'),
      ...(this.#hasKeyReports ? ['\x1b[>4m'] : []),
      ...(this.#isKeypad ? ['\x1b>'] : []),
      ...modes,
      '\x1b[0m',
    ].join('');
  }

  #set(mode: number, isOn: boolean): void {
    if (!OFF_BY_DEFAULT.has(mode) && !ON_BY_DEFAULT.has(mode)) return;
    if (isOn === OFF_BY_DEFAULT.has(mode)) this.#changed.add(mode);
    else this.#changed.delete(mode);
  }

  #reset(): void {
    this.#changed.clear();
    this.#isKeypad = false;
    this.#hasRegion = false;
    this.#hasKeyReports = false;
    this.#pushedKeyModes = 0;
  }
}
