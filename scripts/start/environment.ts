import { type Keys } from './keys.ts';

/** What the processes of one installation share. */
export type Surroundings = {
  databaseUrl: () => string;
  temporalAddress: () => string;
  keys: Keys;
  practice: boolean;
  ports: Ports;
};

export type Ports = { api: number; apiMetrics: number; workerMetrics: number; smsCentre: number };

/** A month in about two minutes; the simulator slows the clock down while facts wait. */
const PRACTICE_SPEED = '20000';

/** The environment of the API, the worker and the operator's command line; everything else they inherit from ours. */
export function environmentOf(process: 'api' | 'worker' | 'cli', around: Surroundings): Record<string, string> {
  const { keys, ports } = around;
  return {
    ...keys,
    DATABASE_URL: around.databaseUrl(),
    TEMPORAL_ADDRESS: around.temporalAddress(),
    PORT: String(ports.api),
    METRICS_PORT: String(process === 'worker' ? ports.workerMetrics : ports.apiMetrics),
    BATON_URL: apiUrl(around),
    NODE_ENV: globalThis.process.env['NODE_ENV'] ?? 'development',
    ...(around.practice ? practiceOnly(around) : {}),
  };
}

/** What the simulated outside world may know: addresses, and the secrets it shares with the office. */
export function environmentOfSimulator(around: Surroundings, dataDir: string): Record<string, string> {
  return {
    BATON_URL: apiUrl(around),
    SMS_PORT: String(around.ports.smsCentre),
    COURIER_SECRET: around.keys.COURIER_SECRET,
    SMS_SECRET: around.keys.SMS_SECRET,
    SIMULATOR_DATA: dataDir,
  };
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
    PRACTICE_PHONE_URL: smsCentreUrl(around),
  };
}

function smsCentreUrl({ ports }: Surroundings): string {
  return `http://127.0.0.1:${ports.smsCentre}`;
}
