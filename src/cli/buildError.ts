import { createLogger, type Logger } from 'vite';

/** Returns an error with the messages of a failed Vite build, each once and without stack traces. */
export function buildError(error: Error & { readonly errors?: readonly Error[] }): Error {
  const messages = new Set((error.errors ?? [error]).map(({ message }) => message));
  return new Error([...messages].join('\n'), { cause: error });
}

/** Returns Vite's logger for warnings and errors. It omits the report of a failed build, which {@link buildError} returns. */
export function createBuildLogger(): Logger {
  const logger = createLogger('warn');
  return { ...logger, error: (message, options) => void (message.includes('Build failed') || logger.error(message, options)) };
}
