/** `npm run invariants`: what should never be found, and the exit code 1 when it is. */
import { parseArgs } from 'node:util';
import { checkInvariants } from './check.ts';
import { ledgerInvariants } from './ledger.ts';
import { installationIn } from './installation.ts';

const HELP = `Checks the ledger, the running workflows and the simulator's log against what is promised.

  npm run invariants                       the office that npm start keeps in .baton
  npm run invariants -- --data FOLDER      the one in another folder
  npm run invariants -- --database URL --temporal HOST:PORT [--namespace NAME] [--tls] [--log FILE]
                                           any other; PGPASSWORD may hold the password
  --json                                   one JSON object
`;

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '.baton' },
    database: { type: 'string' },
    temporal: { type: 'string' },
    namespace: { type: 'string', default: 'default' },
    tls: { type: 'boolean', default: false },
    log: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

const say = (text: string): void => void process.stdout.write(text);

async function run(): Promise<number> {
  if (values.help) return (say(HELP), 0);
  const found = values.database === undefined ? installationIn(values.data) : undefined;
  const databaseUrl = values.database ?? found?.databaseUrl;
  if (databaseUrl === undefined) {
    process.stderr.write(`No office runs in ${values.data}; start it, or say --database URL.\n`);
    return 2;
  }
  const address = values.temporal ?? found?.temporalAddress;
  const simulatorLog = values.log ?? found?.simulatorLog;
  const findings = await checkInvariants({
    databaseUrl,
    ...(address !== undefined && { temporal: { address, namespace: values.namespace, tls: values.tls } }),
    ...(simulatorLog !== undefined && { simulatorLog }),
  });
  const violations = findings.reduce((sum, { count }) => sum + count, 0);
  if (values.json) say(`${JSON.stringify({ violations, findings })}\n`);
  else {
    for (const { invariant, promise, count, examples } of findings)
      say(`✗ ${invariant}: ${String(count)} (${promise}): ${examples.join(', ')}\n`);
    const compared = [
      address === undefined ? '' : 'running workflows',
      simulatorLog === undefined ? '' : "the simulator's log",
    ];
    const also = compared
      .filter(Boolean)
      .map((one) => `, ${one}`)
      .join('');
    say(
      `${String(violations)} violations; ${String(ledgerInvariants().length)} promises of the ledger${also} were checked\n`,
    );
  }
  return violations === 0 ? 0 : 1;
}

process.exitCode = await run();
