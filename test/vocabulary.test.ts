/** One word for one thing: domain = contract = database = glossary. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { APPROVAL_KINDS, APPROVAL_STATES } from '../domain/approvals.ts';
import { CONTACT_CHANNELS, CONTACT_OUTCOMES, IDENTITY_MEANS } from '../domain/contacts/contact.ts';
import { REFUSALS } from '../domain/errors.ts';
import { EVENT_KINDS, FACT_KINDS } from '../domain/facts/facts.ts';
import { SCAN_MEANINGS } from '../domain/letters/courier-codes.ts';
import { REASON_CODES } from '../domain/facts/reason-codes.ts';
import { MANUAL_DECISION_KINDS } from '../domain/manual-decisions.ts';
import { NATIONAL_INTEREST_RATES } from '../domain/money/interest-rates.ts';
import { MONEY_PLACES, REMITTANCE_STATES } from '../domain/money/remittance.ts';
import { DIFFERENCE_KINDS, PLATFORM_STATUSES } from '../domain/platform.ts';
import { PROCEDURES } from '../domain/procedures/index.ts';
import { LIMITS, PARTIES, stepForPerson, WORD_LANGUAGES } from '../domain/procedures/procedure.ts';
import { outcomesOf, stepNames } from '../domain/procedures/rules.ts';
import { CLOSINGS, ENDINGS } from '../domain/facts/closings.ts';
import { PERSON_LANGUAGES } from '../domain/person-language.ts';
import { REVEAL_REASONS } from '../domain/persons/reveal-reasons.ts';
import { ROLES } from '../domain/roles.ts';
import { contractEnum, contractPattern } from './support/architecture/contract-enums.ts';
import { checkedVocabularies, legalOutcomes, tableNames } from './support/architecture/database-vocabulary.ts';
import { codeNames, markdownTable } from './support/architecture/markdown-table.ts';
import { freshDatabase, type FreshDatabase } from './support/database.ts';

const GLOSSARY = new URL('../docs/glossary.md', import.meta.url);

let database: FreshDatabase;
let checked: Map<string, string[]>;
beforeAll(async () => {
  database = await freshDatabase();
  checked = await checkedVocabularies(database.db);
});
afterAll(() => database.drop());

const sorted = (words: Iterable<string>): string[] => [...words].sort();
const glossary = (heading: string): string[] =>
  markdownTable(GLOSSARY, heading).flatMap((row) => codeNames(row['code name'] ?? '').slice(0, 1));

const APPROVALS: ReadonlySet<string> = new Set(APPROVAL_KINDS);

interface Vocabulary {
  readonly heading: string;
  readonly domain?: readonly string[];
  readonly contract?: string;
  readonly column?: string;
}
const VOCABULARIES: readonly Vocabulary[] = [
  { heading: 'Parties', domain: PARTIES, contract: 'Party', column: 'procedure_steps.party' },
  { heading: 'Closings', domain: CLOSINGS, contract: 'Closing', column: 'transfers.closing' },
  { heading: 'Roles', domain: ROLES, contract: 'Role', column: 'staff_roles.role' },
  { heading: 'Limits', domain: LIMITS },
  { heading: 'Fact kinds', domain: FACT_KINDS, contract: 'FactKind' },
  { heading: 'Event kinds', domain: EVENT_KINDS },
  { heading: 'Approval kinds', domain: APPROVAL_KINDS, contract: 'ApprovalKind' },
  { heading: 'Manual decisions', domain: MANUAL_DECISION_KINDS.filter((kind) => !APPROVALS.has(kind)) },
  { heading: 'Approval states', domain: APPROVAL_STATES, contract: 'ApprovalState', column: 'approvals.state' },
  { heading: 'Event sources', contract: 'Event.source', column: 'events.source' },
  { heading: 'Task kinds', contract: 'TaskKind', column: 'tasks.kind' },
  { heading: 'Responsibility', column: 'responsibilities.why' },
  { heading: 'Attempt endings', column: 'attempts.ending' },
  { heading: 'Letter states', contract: 'LetterState', column: 'letters.state' },
  { heading: 'Scan meanings', domain: SCAN_MEANINGS, column: 'mail_scans.meaning' },
  { heading: 'Info form states', column: 'info_forms.state' },
  { heading: 'Credit part states', contract: 'PartState', column: 'credit_parts.state' },
  { heading: 'Remittance states', domain: REMITTANCE_STATES, contract: 'RemittanceState', column: 'remittances.state' },
  { heading: 'Money places', domain: MONEY_PLACES, contract: 'MoneyPlace', column: 'remittances.place' },
  {
    heading: 'Contact channels',
    domain: CONTACT_CHANNELS,
    contract: 'ContactChannel',
    column: 'contacts.channel',
  },
  {
    heading: 'Contact outcomes',
    domain: CONTACT_OUTCOMES,
    contract: 'ContactOutcome',
    column: 'contacts.outcome',
  },
  { heading: 'Identity means', domain: IDENTITY_MEANS, contract: 'IdentityMeans', column: 'contacts.identity' },
  { heading: 'Credit origins', column: 'credits.origin' },
  { heading: 'Verdicts', contract: 'Verdict', column: 'credits.verdict' },
  { heading: 'Match decisions', column: 'matches.decision' },
  { heading: 'Notice decisions', column: 'notice_decisions.decision' },
  { heading: 'Notice states', contract: 'Notice.state', column: 'notices.state' },
  { heading: 'Import kinds', contract: 'ImportKind', column: 'imports.kind' },
  { heading: 'Platform statuses', domain: PLATFORM_STATUSES, column: 'platform_rows.status' },
  {
    heading: 'Platform differences',
    domain: DIFFERENCE_KINDS,
    contract: 'PlatformDifferenceKind',
    column: 'platform_differences.kind',
  },
  { heading: 'Import states', contract: 'Import.state', column: 'imports.state' },
  { heading: 'Line results', contract: 'LineResult', column: 'import_lines.verdict' },
  { heading: 'Reveal reasons', domain: REVEAL_REASONS, contract: 'RevealReason', column: 'look_ups.reason' },
  { heading: 'Reason effects', contract: 'Reason.effect', column: 'reason_codes.effect' },
];

test.each(VOCABULARIES)('$heading are the same wherever they are named', ({ heading, domain, contract, column }) => {
  const said = {
    domain: domain && sorted(domain),
    contract: contract && sorted(contractEnum(contract)),
    database: column && sorted(checked.get(column) ?? []),
  };
  const words = sorted(glossary(heading));
  expect(said).toEqual({ domain: domain && words, contract: contract && words, database: column && words });
});

describe('procedures', () => {
  const allSteps = new Set(PROCEDURES.all.flatMap(stepNames));
  const ownOutcomes = new Set(PROCEDURES.all.flatMap((one) => stepNames(one).flatMap((step) => outcomesOf(one, step))));
  const terms = (heading: string): Map<string, string> =>
    new Map(
      markdownTable(GLOSSARY, heading).map((row) => [
        codeNames(row['code name'] ?? '')[0] ?? '',
        row['official term'] ?? '',
      ]),
    );

  test('have the steps and outcomes of the glossary', () => {
    expect(sorted(glossary('Steps'))).toEqual(sorted(allSteps));
    // Whatever step is open when a transfer is withdrawn or closed ends with it.
    expect(sorted(glossary('Outcomes'))).toEqual(sorted(new Set([[...ownOutcomes], ENDINGS].flat())));
  });

  test.each(WORD_LANGUAGES)('have a word for each of them in %s', (language) => {
    for (const procedure of PROCEDURES.all) {
      const { steps, outcomes, stepsForPerson } = procedure.words[language];
      const own = stepNames(procedure).flatMap((step) => outcomesOf(procedure, step));
      expect(sorted(Object.keys(steps))).toEqual(sorted(stepNames(procedure)));
      expect(sorted(Object.keys(stepsForPerson))).toEqual(sorted(stepNames(procedure)));
      expect(sorted(Object.keys(outcomes))).toEqual(sorted(new Set(own)));
    }
  });

  test.each(PERSON_LANGUAGES)('have a word for the insured person in %s', (language) => {
    for (const procedure of PROCEDURES.all)
      for (const step of stepNames(procedure)) expect(stepForPerson(procedure, language, step)).toMatch(/\S/);
  });

  test('are called by the official terms', () => {
    for (const { words } of PROCEDURES.all) {
      for (const [step, word] of Object.entries(words['zh-CN'].steps))
        expect([step, word]).toEqual([step, terms('Steps').get(step)]);
      for (const [name, word] of Object.entries(words['zh-CN'].outcomes))
        expect([name, word]).toEqual([name, terms('Outcomes').get(name)]);
    }
  });

  test('stand in the database, which lets a step end only as its text says', async () => {
    const legal = await legalOutcomes(database.db);
    const said = PROCEDURES.all.flatMap((procedure) =>
      stepNames(procedure).map((step): [string, string[]] => [
        `${procedure.key} ${step}`,
        sorted([outcomesOf(procedure, step), ENDINGS].flat()),
      ]),
    );
    expect(Object.fromEntries([...legal].map(([step, outcomes]) => [step, sorted(outcomes)]))).toEqual(
      Object.fromEntries(said),
    );
  });

  test('are named as the contract lets them be named', () => {
    const pattern = new RegExp(contractPattern('Step'), 'u');
    const names = [...allSteps, ...ownOutcomes, ...PROCEDURES.all.map(({ type }) => type)];
    expect(names.filter((name) => !pattern.test(name))).toEqual([]);
    const key = new RegExp(contractPattern('ProcedureKey'), 'u');
    expect(PROCEDURES.all.filter((one) => !key.test(one.key))).toEqual([]);
  });
});

test('event kinds of the contract are the facts and what the ledger notes by itself', () => {
  expect(sorted(contractEnum('EventKind'))).toEqual(sorted([...FACT_KINDS, ...EVENT_KINDS]));
});

test('every rule version names every limit and the rules of the glossary', async () => {
  const limits = await database.db
    .selectFrom('limits')
    .select(['rule_version', 'direction', 'procedure_type', 'name'])
    .execute();
  const setOf = (row: (typeof limits)[number]): string =>
    [row.rule_version, row.direction, row.procedure_type].join('/');
  const sets = new Set(limits.map(setOf));
  expect(sets.size).toBeGreaterThan(0);
  expect(sorted(limits.map((row) => `${setOf(row)} ${row.name}`))).toEqual(
    sorted([...sets].flatMap((set) => LIMITS.map((limit) => `${set} ${limit}`))),
  );
  const rules = await database.db.selectFrom('rules').select('name').distinct().execute();
  expect(sorted(rules.map((row) => row.name))).toEqual(sorted(glossary('Rules')));
});

test('reason codes are the same in the domain, the database and the glossary', async () => {
  const inDomain = Object.entries(REASON_CODES).map(([code, reason]) =>
    [code, reason.zh, reason.step, reason.effect, reason.consumesAttempt ? 'yes' : 'no'].join(' '),
  );
  const more = Object.entries(REASON_CODES).map(([code, { en, otherEffect = null, ground = '', places }]) => ({
    code,
    en,
    otherEffect,
    ground,
    places,
  }));
  const stored = await database.db.selectFrom('reason_codes').selectAll().execute();
  const inDatabase = stored.map((row) =>
    [row.code, row.zh, row.step, row.effect, row.consumes_attempt ? 'yes' : 'no'].join(' '),
  );
  const inGlossary = markdownTable(GLOSSARY, 'Reason codes').map((row) =>
    [
      ...codeNames(row['code name'] ?? ''),
      row['official term'],
      row['where'],
      ...codeNames(row['effect'] ?? ''),
      row['consumes the attempt'],
    ].join(' '),
  );
  expect(sorted(inDatabase)).toEqual(sorted(inDomain));
  expect(
    stored
      .map(({ code, en, other_effect: otherEffect, ground, places }) => ({ code, en, otherEffect, ground, places }))
      .sort((a, b) => a.code.localeCompare(b.code)),
  ).toEqual(more.sort((a, b) => a.code.localeCompare(b.code)));
  expect(sorted(inGlossary)).toEqual(sorted(inDomain));
});

test('interest rates of a new office are those of the domain', async () => {
  const stored = await database.db
    .selectFrom('interest_rates')
    .select(['region', 'year', 'basis_points as basisPoints'])
    .orderBy('year')
    .execute();
  expect(stored).toEqual(NATIONAL_INTEREST_RATES);
});

test('refusals are the same in the domain and in the glossary', () => {
  const inGlossary = markdownTable(GLOSSARY, 'Refusals').map(
    (row) => `${codeNames(row['code name'] ?? '').join()} ${row['status']}`,
  );
  expect(sorted(inGlossary)).toEqual(sorted(Object.entries(REFUSALS).map(([name, status]) => `${name} ${status}`)));
});

describe('the database has no word that the glossary lacks', () => {
  test('among its tables', async () => {
    expect(sorted(await tableNames(database.db))).toEqual(sorted(glossary('Tables')));
  });

  test('among the values that its checks allow', () => {
    const named = new Set(VOCABULARIES.map(({ column }) => column));
    const small = new Map(
      markdownTable(GLOSSARY, 'Small vocabularies').map((row) => [
        codeNames(row['code name'] ?? '').join(),
        sorted(codeNames(row['values'] ?? '')),
      ]),
    );
    const rest = [...checked].filter(([column]) => !named.has(column));
    expect(Object.fromEntries(rest.map(([column, values]) => [column, sorted(values)]))).toEqual(
      Object.fromEntries(small),
    );
  });
});
