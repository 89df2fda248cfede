import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** The environment of the recorded program: that of the user, without what npm tells its scripts. */
export function programEnvironment(env: NodeJS.ProcessEnv, recording: string): Record<string, string> {
  const entries = Object.entries(env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !/^(?:npm_|INIT_CWD$)/u.test(entry[0]),
  );
  return { TERM: 'xterm-256color', ...Object.fromEntries(entries), [RECORDING_VARIABLE]: recording };
}

/** Names the recording to the programs in it, so that a second one does not record the first. */
export const RECORDING_VARIABLE = 'UNDERSTUDY_RECORDING';

/** Returns the command line to record: `command`, or else the user's shell. @throws if there is no such program */
export function recordedCommand(
  command: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = process.env,
): { readonly file: string; readonly args: string[] } {
  const isWindows = process.platform === 'win32';
  const shell = isWindows ? (env['COMSPEC'] ?? 'cmd.exe') : env['SHELL'] || '/bin/sh';
  const [file = shell, ...args] = command;
  // Windows looks for endings as well, and reports it by itself.
  if (!isWindows && !isProgram(file, cwd, env['PATH'] ?? '')) throw new Error(`There is no program "${file}" to record.`);
  return { file, args };
}

function isProgram(file: string, cwd: string, searchPath: string): boolean {
  const places = file.includes('/') ? [path.resolve(cwd, file)] : searchPath.split(':').map((folder) => path.resolve(cwd, folder, file));
  return places.some((place) => {
    try {
      accessSync(place, constants.X_OK);
      return statSync(place).isFile();
    } catch {
      return false;
    }
  });
}
