import { createLogger, type Logger } from 'vite';

/** Returns an error with what a build of Vite failed of, once and without stacks. */
export function buildError(error: Error & { readonly errors?: readonly Error[] }): Error {
  const messages = new Set((error.errors ?? [error]).map(({ message }) => message));
  return new Error([...messages].join('\n'), { cause: error });
}

/** Vite's logger of warnings and errors, without the report of a failed build, which {@link buildError} gives. */
export function createBuildLogger(): Logger {
  const logger = createLogger('warn');
  return { ...logger, error: (message, options) => void (message.includes('Build failed') || logger.error(message, options)) };
}
