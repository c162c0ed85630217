import { type Installation } from './installation.ts';
import { type Keys } from './keys.ts';
import { throughPort, type Routes } from './routes.ts';

/** What the processes of one installation share. */
export type Surroundings = {
  databaseUrl: () => string;
  temporalAddress: () => string;
  keys: Keys;
  practice: boolean;
  ports: Ports;
  /** Absent: everything is found where it listens. */
  routes?: Routes;
};

export type Ports = {
  api: number;
  apiMetrics: number;
  workerMetrics: number;
  smsCentre: number;
  coreSystem: number;
  identityRegistry: number;
};

/** Only the ceiling: the simulator sets the pace, a month in about two minutes, and leaps over nights and holidays. */
const PRACTICE_SPEED = '400000';

/** The environment of the API, the worker and the operator's command line; everything else they inherit from ours. */
export function environmentOf(process: 'api' | 'worker' | 'cli', around: Surroundings): Record<string, string> {
  const { keys, ports, routes = {} } = around;
  return {
    ...keys,
    DATABASE_URL: throughPort(around.databaseUrl(), process === 'cli' ? undefined : routes[`${process}.postgres`]),
    // The API asks Temporal nothing, and is started beside it.
    ...(process === 'api' ? {} : { TEMPORAL_ADDRESS: temporalOf(process, around) }),
    PORT: String(ports.api),
    METRICS_PORT: String(process === 'worker' ? ports.workerMetrics : ports.apiMetrics),
    BATON_URL: apiUrl(around),
    NODE_ENV: globalThis.process.env['NODE_ENV'] ?? 'development',
    ...(around.practice ? practiceOnly(around) : {}),
  };
}

const temporalOf = (process: 'worker' | 'cli', { temporalAddress, routes = {} }: Surroundings): string =>
  throughPort(temporalAddress(), process === 'cli' ? undefined : routes['worker.temporal']);

/** What the simulated outside world is told; of the keys it reads the secrets that it shares with the office. */
export function argumentsOfSimulator(
  around: Surroundings,
  { simulatorDir, keysFile }: Pick<Installation, 'simulatorDir' | 'keysFile'>,
): string[] {
  const { smsCentre, coreSystem, identityRegistry } = around.ports;
  const files = ['--data', simulatorDir, '--keys', keysFile];
  const ports = ['--sms-port', String(smsCentre), '--core-port', String(coreSystem)];
  return ['--url', apiUrl(around), ...files, ...ports, '--identity-port', String(identityRegistry)];
}

export function apiUrl({ ports }: Surroundings): string {
  return `http://127.0.0.1:${ports.api}`;
}

function practiceOnly(around: Surroundings): Record<string, string> {
  const speed = process.env['SIMULATION_SPEED'] ?? PRACTICE_SPEED;
  return {
    PRACTICE: '1',
    SIMULATION_SPEED: speed,
    SMS_GATEWAY_URL: `${smsCentreUrl(around)}/messages`,
    SMS_RECEIPT_URL: apiUrl(around),
    PRACTICE_PHONE_URL: smsCentreUrl(around),
    CORE_URL: `http://127.0.0.1:${around.ports.coreSystem}`,
    IDENTITY_URL: `http://127.0.0.1:${around.ports.identityRegistry}`,
  };
}

function smsCentreUrl({ ports }: Surroundings): string {
  return `http://127.0.0.1:${ports.smsCentre}`;
}
