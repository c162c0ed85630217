/** The configuration of the production server on PostgreSQL. */

export interface ServerPorts {
  readonly frontend: number;
  readonly history: number;
  readonly matching: number;
  readonly worker: number;
  readonly members: readonly [number, number, number, number];
}

/** JSON is YAML. 128 shards, and no limiter that would be measured instead of the server. */
export function serverConfig(databaseUrl: string, ports: ServerPorts, dynamicFile: string): string {
  const { hostname, port, username, password } = new URL(databaseUrl);
  const store = (databaseName: string) => ({
    sql: {
      pluginName: 'postgres12',
      databaseName,
      connectAddr: `${hostname}:${port}`,
      connectProtocol: 'tcp',
      user: username,
      password: decodeURIComponent(password),
      maxConns: 40,
      maxIdleConns: 40,
      maxConnLifetime: '1h',
    },
  });
  const service = (grpcPort: number, membershipPort: number) => ({
    rpc: { grpcPort, membershipPort, bindOnLocalHost: true },
  });
  const address = `127.0.0.1:${ports.frontend}`;
  return JSON.stringify({
    log: { stdout: true, level: 'error' },
    persistence: {
      defaultStore: 'default',
      visibilityStore: 'visibility',
      numHistoryShards: 128,
      datastores: { default: store('temporal'), visibility: store('temporal_visibility') },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: '127.0.0.1' } },
    services: {
      frontend: service(ports.frontend, ports.members[0]),
      history: service(ports.history, ports.members[1]),
      matching: service(ports.matching, ports.members[2]),
      worker: service(ports.worker, ports.members[3]),
    },
    clusterMetadata: {
      enableGlobalNamespace: false,
      failoverVersionIncrement: 10,
      masterClusterName: 'active',
      currentClusterName: 'active',
      clusterInformation: {
        active: { enabled: true, initialFailoverVersion: 1, rpcName: 'frontend', rpcAddress: address },
      },
    },
    dcRedirectionPolicy: { policy: 'noop' },
    archival: {
      history: { state: 'disabled', enableRead: false },
      visibility: { state: 'disabled', enableRead: false },
    },
    publicClient: { hostPort: address },
    dynamicConfigClient: { filepath: dynamicFile, pollInterval: '60s' },
  });
}

export function dynamicConfig(): string {
  const everywhere = (value: unknown) => [{ value }];
  const ENOUGH = 20_000;
  return JSON.stringify({
    'frontend.rps': everywhere(ENOUGH),
    'frontend.namespaceRPS': everywhere(ENOUGH),
    'frontend.namespaceCount': everywhere(ENOUGH),
    'history.rps': everywhere(ENOUGH),
    'matching.rps': everywhere(ENOUGH),
    'frontend.persistenceMaxQPS': everywhere(ENOUGH),
    'history.persistenceMaxQPS': everywhere(ENOUGH),
    'matching.persistenceMaxQPS': everywhere(ENOUGH),
    'history.hostLevelCacheMaxSize': everywhere(10_000),
    'system.enableActivityEagerExecution': everywhere(true),
    'matching.numTaskqueueReadPartitions': everywhere(1),
    'matching.numTaskqueueWritePartitions': everywhere(1),
  });
}
