export { createLogger, type LoggerOptions, logLevels } from './create-logger.ts';
export type { Logger, LogLevel } from './logger.ts';
