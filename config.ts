/** The only reader of the environment: one frozen object, or a list of everything that is wrong with it. */
import { z } from 'zod';

const flag = z.stringbool({ truthy: ['1', 'true', 'yes', 'on'], falsy: ['0', 'false', 'no', 'off', ''] });
const port = z.coerce.number().int().min(0).max(65_535);
const web = z.url({ protocol: /^https?$/ });
const secret = z.string().min(32, 'at least 32 characters');
const keys = z.string().regex(/^([\w-]{1,15}:[A-Za-z0-9+/]{43}=)(,[\w-]{1,15}:[A-Za-z0-9+/]{43}=)*$/, {
  error: 'write name:base64 of 32 bytes, several separated by commas, newest first',
});

const keep = z.string().regex(/^\d{1,3},\d{1,3},\d{1,3}$/, 'three numbers: days, weeks, months');
const positive = z.coerce.number().positive();

const variables = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(8080),
  METRICS_PORT: port.default(9090),
  DATA_KEYS: keys,
  HASH_KEYS: keys,
  BACKUP_KEYS: keys.optional(),
  BACKUP_DIR: z.string().min(1).optional(),
  BACKUP_KEEP: keep.default('7,5,12'),
  COURIER_SECRET: secret,
  SMS_SECRET: secret,
  SMS_GATEWAY_URL: web.optional(),
  SMS_TEMPLATE: z.string().min(1).optional(),
  SMS_RECEIPT_URL: web.optional(),
  CORE_URL: web.optional(),
  CORE_TEMPLATE: z.string().min(1).optional(),
  CORE_SECRET: secret.optional(),
  IDENTITY_URL: web.optional(),
  IDENTITY_TEMPLATE: z.string().min(1).optional(),
  IDENTITY_SECRET: secret.optional(),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^\s/]+:\d+$/, 'write host:port')
    .default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  TEMPORAL_TLS: flag.default(false),
  TEMPORAL_API_KEY: z.string().min(1).optional(),
  PUBLIC_URL: web.optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  ALERT_URL: web.optional(),
  ALERT_PERIOD_MINUTES: positive.default(60),
  ALERT_OUTBOX_SECONDS: positive.default(300),
  ALERT_SMS_FAILURES: positive.default(10),
  ALERT_BACKUP_HOURS: positive.default(26),
  OFFICE_ID: z
    .string()
    .regex(/^[a-z0-9-]{2,40}$/)
    .default('office'),
  OFFICE_NAME: z.string().min(1).optional(),
  OFFICE_AREA_CODE: z
    .string()
    .regex(/^\d{6}$/, 'six digits')
    .optional(),
  OFFICE_TELEPHONE: z.string().min(1).optional(),
  PRACTICE: flag.default(false),
  PRACTICE_PHONE_URL: web.optional(),
  SIMULATION_SPEED: z.coerce.number().min(1).optional(),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).default(0),
  REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).default(60_000),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(200).default(10),
  WEB_DIR: z.string().min(1).optional(),
  DOCUMENT_FONTS: z.string().min(1).optional(),
});

type Variables = z.infer<typeof variables>;

const PRACTICE_ONLY = ['PRACTICE', 'SIMULATION_SPEED', 'PRACTICE_PHONE_URL'] as const;

/** Asked of the raw variables, so that it is said together with everything else that is wrong. */
function practiceInProduction(given: Record<string, string | undefined>): string[] {
  if (given['NODE_ENV'] !== 'production') return [];
  return PRACTICE_ONLY.filter((name) => given[name] !== undefined && !/^(0|false|no|off)$/i.test(given[name])).map(
    (name) => `${name}: not in production, where office and time are real`,
  );
}

function keepOf(text: string): { daily: number; weekly: number; monthly: number } {
  const [daily = 0, weekly = 0, monthly = 0] = text.split(',').map(Number);
  return { daily, weekly, monthly };
}

/** What a template of a gateway may ask for: account names and secrets of its own, and nothing else of the environment. */
const beginningWith = (
  prefix: 'SMS_' | 'CORE_' | 'IDENTITY_',
  given: Record<string, string | undefined>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) =>
      name.startsWith(prefix) && value !== undefined ? [[name, value]] : [],
    ),
  );

const asConfig = (values: Variables, given: Record<string, string | undefined>) => ({
  production: values.NODE_ENV === 'production',
  databaseUrl: values.DATABASE_URL,
  databaseConnections: values.DATABASE_CONNECTIONS,
  host: values.HOST,
  port: values.PORT,
  metricsPort: values.METRICS_PORT,
  dataKeys: values.DATA_KEYS,
  hashKeys: values.HASH_KEYS,
  backup: Object.freeze({
    keys: values.BACKUP_KEYS,
    folder: values.BACKUP_DIR,
    keep: keepOf(values.BACKUP_KEEP),
  }),
  courierSecret: values.COURIER_SECRET,
  smsSecret: values.SMS_SECRET,
  sms: Object.freeze({ template: values.SMS_TEMPLATE, environment: Object.freeze(beginningWith('SMS_', given)) }),
  core: Object.freeze({ template: values.CORE_TEMPLATE, environment: Object.freeze(beginningWith('CORE_', given)) }),
  identity: Object.freeze({
    template: values.IDENTITY_TEMPLATE,
    environment: Object.freeze(beginningWith('IDENTITY_', given)),
  }),
  temporal: Object.freeze({
    address: values.TEMPORAL_ADDRESS,
    namespace: values.TEMPORAL_NAMESPACE,
    tls: values.TEMPORAL_TLS,
    apiKey: values.TEMPORAL_API_KEY,
  }),
  publicUrl: values.PUBLIC_URL,
  logLevel: values.LOG_LEVEL,
  alerts: Object.freeze({
    url: values.ALERT_URL,
    periodMinutes: values.ALERT_PERIOD_MINUTES,
    outboxSeconds: values.ALERT_OUTBOX_SECONDS,
    smsFailures: values.ALERT_SMS_FAILURES,
    backupHours: values.ALERT_BACKUP_HOURS,
  }),
  office: Object.freeze({
    id: values.OFFICE_ID,
    name: values.OFFICE_NAME,
    areaCode: values.OFFICE_AREA_CODE,
    telephone: values.OFFICE_TELEPHONE,
  }),
  practice: values.PRACTICE,
  /** The practice SMS centre shows its inbox where it takes messages. */
  practicePhoneUrl: values.PRACTICE_PHONE_URL ?? (values.PRACTICE ? values.SMS_GATEWAY_URL : undefined),
  /** Ceiling of the office clock; undefined: real time. */
  simulationSpeed: values.SIMULATION_SPEED,
  trustedProxies: values.TRUSTED_PROXIES,
  requestsPerMinute: values.REQUESTS_PER_MINUTE,
  webFolder: values.WEB_DIR,
  /** For characters that none of ours has, in this order. */
  documentFonts: values.DOCUMENT_FONTS?.split(',').map((file) => file.trim()) ?? [],
});

export type Config = Readonly<ReturnType<typeof asConfig>>;

/** Throws one error that names every wrong variable, never a value. An empty variable counts as absent. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = variables.safeParse(given);
  const wrong = [
    ...(result.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`),
    ...practiceInProduction(given),
  ];
  if (result.success && wrong.length === 0) return Object.freeze(asConfig(result.data, given));
  const lines = wrong.map((line) => `  ${line}`).join('\n');
  throw new Error(`The configuration is not complete (.env.example explains each variable):\n${lines}`);
}
