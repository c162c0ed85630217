/** Acts at the API: meant, on disk, done, on disk. A refusal is looked at again with the next work list. */
import type { Answer, OfficeApi } from '../outside/office-api.ts';
import type { components } from '../../api/contract.generated.ts';
import type { NewFact } from './clerks.ts';
import { personOf } from '../plan/people.ts';
import type { Plan } from '../plan/plan.ts';
import type { OpenStep } from '../outside/work-list.ts';
import type { PaymentAnswer } from '../story/payment-story.ts';
import type { Act, ActPath } from '../story/story.ts';
import type { World } from './world.ts';

type NewTransfer = components['schemas']['NewTransfer'];
type NewIncoming = components['schemas']['NewIncoming'];
type NewRemittance = components['schemas']['NewRemittance'];
type NewRemittanceFact = components['schemas']['NewRemittanceFact'];

/** Somebody was faster: the next work list tells. */
const SOON = /step-not-open|transfer-closed/;
/** Something else must happen first. */
const LATER = /amount-mismatch|already-held|not-held|lapsed|changed-meanwhile/;

export interface Outcome {
  /** `closed`: it closed a step, or opened a transfer. `open`: taken, the step stays. Refused: to be tried again. */
  readonly how: 'closed' | 'open' | 'soon' | 'later';
  /** What is open afterwards, where the answer says so; null when the transfer has ended. */
  readonly openStep?: OpenStep | null;
}

export async function perform(world: World, act: Act): Promise<Outcome> {
  await world.record({ kind: 'meant', act });
  return finish(world, act);
}

/** Says again what was meant before a kill, with the same key and the same words. */
export async function finishWhatWasMeant(world: World): Promise<void> {
  for (const act of [...world.story.pending.values()]) await finish(world, act);
}

async function finish(world: World, act: Act): Promise<Outcome> {
  const answer = await WAYS[act.path](world.api, act);
  if (answer.ok) {
    const { closes, openStep, ...told } = answer.data;
    await world.record({ kind: 'done', key: act.key, ...told });
    return { how: closes ? 'closed' : 'open', ...(openStep !== undefined && { openStep }) };
  }
  const { problem } = answer;
  await world.record({ kind: 'refused', key: act.key, name: problem.type });
  if (SOON.test(problem.type)) return { how: 'soon' };
  if (!LATER.test(problem.type)) {
    const why = (problem.errors ?? []).map(({ field, code }) => `${field} ${code}`).join(', ');
    const whose = act.direction === 'out' ? 'letter' : 'case';
    world.say(`refused: ${act.what} of ${whose} ${act.no}: ${problem.type} ${why}`);
  }
  return { how: 'later' };
}

interface Told {
  readonly at: string;
  readonly transferId?: string;
  readonly caseNo?: string;
  /** Of a paper: what became of it. */
  readonly state?: string;
  readonly remittance?: NonNullable<PaymentAnswer['remittance']>;
  readonly approvalId?: string;
  readonly closes: boolean;
  readonly openStep?: OpenStep | null;
}

const WAYS: Readonly<Record<ActPath, (api: OfficeApi, act: Act) => Promise<Answer<Told>>>> = {
  '/transfers': accept,
  '/incoming': register,
  '/transfers/{id}/facts': recordFact,
  '/remittances': planRemittance,
  '/remittances/{id}/facts': sayOfRemittance,
  '/remittances/{id}/release': proposeRelease,
  '/remittances/{id}/debit': proposeJoin,
  '/approvals/{id}/confirmation': confirmProposed,
};

async function accept(api: OfficeApi, { byStaffId, key, body }: Act): Promise<Answer<Told>> {
  const answer = await api.as(byStaffId, (headers) =>
    api.client.POST('/transfers', {
      headers,
      params: { header: { 'Idempotency-Key': key } },
      body: body as unknown as NewTransfer,
    }),
  );
  return map(answer, ({ transfer: { acceptedAt, id, caseNo } }) => ({
    at: acceptedAt,
    transferId: id,
    caseNo,
    closes: true,
  }));
}

/** A letter that opens its transfer is awaited like an acceptance. */
async function register(api: OfficeApi, { byStaffId, key, body }: Act): Promise<Answer<Told>> {
  const answer = await api.as(byStaffId, (headers) =>
    api.client.POST('/incoming', {
      headers,
      params: { header: { 'Idempotency-Key': key } },
      body: body as unknown as NewIncoming,
    }),
  );
  return map(answer, ({ arrivedAt, transferId, caseNo, state }): Told => ({
    at: arrivedAt,
    ...(transferId !== null && { transferId }),
    ...(caseNo !== null && { caseNo }),
    state,
    closes: state === 'opened',
  }));
}

async function recordFact(api: OfficeApi, { byStaffId, key, body, transferId }: Act): Promise<Answer<Told>> {
  const answer = await api.as(byStaffId, (headers) =>
    api.client.POST('/transfers/{id}/facts', {
      headers,
      params: { path: { id: transferId ?? '' }, header: { 'Idempotency-Key': key } },
      body: body as unknown as NewFact,
    }),
  );
  return map(answer, (told) => {
    // What takes two people is proposed only, and closes nothing yet.
    if (!('event' in told)) return { at: told.proposedAt, closes: false };
    return { at: told.event.occurredAt, closes: told.closedStep !== null, openStep: told.openStep };
  });
}

async function planRemittance(api: OfficeApi, { byStaffId, key, body }: Act): Promise<Answer<Told>> {
  const answer = await api.as(byStaffId, (headers) =>
    api.client.POST('/remittances', {
      headers,
      params: { header: { 'Idempotency-Key': key } },
      body: body as unknown as NewRemittance,
    }),
  );
  return map(answer, ({ plannedAt, id, reference, fundsMonth }) => ({
    at: plannedAt,
    remittance: { id, reference, fundsMonth },
    closes: false,
  }));
}

async function sayOfRemittance(api: OfficeApi, { byStaffId, key, body, payment }: Act): Promise<Answer<Told>> {
  const answer = await api.as(byStaffId, (headers) =>
    api.client.POST('/remittances/{id}/facts', {
      headers,
      params: { path: { id: payment?.subjectId ?? '' }, header: { 'Idempotency-Key': key } },
      body: body as unknown as NewRemittanceFact,
    }),
  );
  return map(answer, ({ since }) => ({ at: since, closes: false }));
}

async function proposeRelease(api: OfficeApi, { byStaffId, key, payment }: Act): Promise<Answer<Told>> {
  const answer = await api.as(byStaffId, (headers) =>
    api.client.POST('/remittances/{id}/release', {
      headers,
      params: { path: { id: payment?.subjectId ?? '' }, header: { 'Idempotency-Key': key } },
      body: {},
    }),
  );
  return map(answer, ({ id, proposedAt }) => ({ at: proposedAt, approvalId: id, closes: false }));
}

async function proposeJoin(api: OfficeApi, { byStaffId, key, payment, body }: Act): Promise<Answer<Told>> {
  const answer = await api.as(byStaffId, (headers) =>
    api.client.POST('/remittances/{id}/debit', {
      headers,
      params: { path: { id: payment?.subjectId ?? '' }, header: { 'Idempotency-Key': key } },
      body: body as { entryId: string },
    }),
  );
  return map(answer, ({ id, proposedAt }) => ({ at: proposedAt, approvalId: id, closes: false }));
}

/** Said again after a kill it is decided already: then the approval says when; or nobody had, in time. */
async function confirmProposed(api: OfficeApi, { byStaffId, payment }: Act): Promise<Answer<Told>> {
  const params = { path: { id: payment?.subjectId ?? '' } };
  const answer = await api.as(byStaffId, (headers) =>
    api.client.POST('/approvals/{id}/confirmation', { headers, params }),
  );
  if (answer.ok) return map(answer, ({ approval }) => confirmedAt(approval));
  if (!answer.problem.type.endsWith('/already-decided')) return answer;
  const known = await api.as(byStaffId, (headers) => api.client.GET('/approvals/{id}', { headers, params }));
  if (!known.ok) return answer;
  if (known.data.state === 'confirmed') return map(known, confirmedAt);
  const isLost = known.data.state === 'lapsed' || known.data.state === 'overtaken';
  return isLost ? { ok: false, problem: { ...answer.problem, type: '/problems/lapsed' } } : answer;
}

const confirmedAt = ({ decidedAt, proposedAt }: components['schemas']['Approval']): Told => ({
  at: decidedAt ?? proposedAt,
  closes: false,
});

function map<T, U>(answer: Answer<T>, change: (data: T) => U): Answer<U> {
  return answer.ok ? { ok: true, data: change(answer.data) } : answer;
}

/** The counter: a clerk, one after the other, takes in the person of this number. */
export function acceptanceOf(plan: Plan, no: number, api: OfficeApi): Act {
  const { name, idNumber, phone, localHukou, employer, agent } = personOf(plan.seed, no);
  const clerks = api.colleagues.filter(({ roles }) => roles.includes('clerk'));
  const clerk = clerks[no % clerks.length] ?? api.oneOf('clerk');
  const body: NewTransfer = {
    person: { name, idNumber, ...(phone && { mobile: phone }) },
    ...(employer && { employer }),
    ...(agent && { agent }),
    counterpartAreaCode: plan.caseOf(no).counterpart.areaCode,
    scheme: 'enterprise',
    localHukou,
    approvedMove: false,
    insuredHere: true,
    drawsPension: false,
  };
  const key = `s${plan.seed}-${no}-accepted`;
  return { key, no, what: 'accepted', attempt: 0, byStaffId: clerk.id, path: '/transfers', body: { ...body } };
}
