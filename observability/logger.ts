/** Log lines are events with ids. What identifies a person is cut out even when somebody passes it by mistake. */
import { pino, type Logger } from 'pino';

const PERSONAL = [
  'name',
  'idNumber',
  'idNo',
  'mobile',
  'phone',
  'telephone',
  'to',
  'text',
  'memo',
  'payerName',
  'payerAccount',
  'password',
  'token',
  'phoneLastFour',
  'note',
  'employer',
  'agent',
  'person',
];

/** Paths are exact in pino: each name at the top, and one and two levels down. */
const redact = {
  paths: [
    ...PERSONAL.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
    'req.headers.authorization',
    'req.headers.cookie',
    'res.headers["set-cookie"]',
  ],
  censor: '[redacted]',
};

export type { Logger };

export function createLogger(options: {
  level: string;
  process: string;
  destination?: { write(line: string): void };
}): Logger {
  const settings = { level: options.level, redact, base: { process: options.process }, messageKey: 'event' };
  return options.destination ? pino(settings, options.destination) : pino(settings);
}
