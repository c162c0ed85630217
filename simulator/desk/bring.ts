/** A case on its way to where an exercise begins: whoever holds it acts, but never the one who is to practise. */
import type { components } from '../../api/contract.generated.ts';
import type { EmployeeStep } from '../../domain/procedures/in-employee.ts';
import type { Role } from '../../domain/roles.ts';
import type { Given } from '../../domain/practice/given.ts';
import type { Colleague, OfficeApi } from '../outside/office-api.ts';
import type { InfoForm } from '../plan/info-form.ts';
import type { NewFact } from '../play/clerks.ts';

type StepView = components['schemas']['StepView'];

/** Whose work each step is, when its holder is to practise. */
const ROLES: Readonly<Record<EmployeeStep, Role>> = {
  review: 'reviewer',
  liaisonLetter: 'letterClerk',
  delivery: 'letterClerk',
  formAndFunds: 'clerk',
  match: 'clerk',
  entry: 'entryClerk',
  secondReview: 'reviewer',
  booking: 'accountClerk',
};

export interface Errand {
  readonly api: OfficeApi;
  /** Names every act, so that one that was begun before a kill is not done twice. */
  readonly key: string;
  /** Who is to practise. */
  readonly traineeId: string;
}

export interface Travelling {
  readonly waybill: string;
  readonly form: InfoForm;
}

/** @returns the id of the transfer, and its number */
export async function accept(errand: Errand, { name, idNumber, mobile, areaCode }: Given) {
  const body: components['schemas']['NewTransfer'] = {
    person: { name, idNumber, mobile },
    counterpartAreaCode: areaCode,
    scheme: 'enterprise',
    localHukou: true,
    approvedMove: false,
    insuredHere: true,
    drawsPension: false,
  };
  const params = { header: { 'Idempotency-Key': `${errand.key}-accepted` } };
  const { client } = errand.api;
  const { id } = anotherOf(errand, 'clerk');
  const { transfer } = await errand.api.sure(id, (headers) => client.POST('/transfers', { headers, params, body }));
  return { transferId: transfer.id, caseNo: transfer.caseNo };
}

/** Steps are closed one after the other until this one is open. Form and money are handed in by who asks for more. */
export async function bringTo(
  errand: Errand,
  transferId: string,
  target: EmployeeStep,
  travelling: Pick<Travelling, 'waybill'>,
): Promise<void> {
  for (;;) {
    const open = await openStep(errand, transferId);
    if (open.step === target) return;
    await record(errand, transferId, open, factOf(open.step as EmployeeStep, travelling));
  }
}

function factOf(step: EmployeeStep, { waybill }: Pick<Travelling, 'waybill'>): NewFact {
  switch (step) {
    case 'review':
      return { kind: 'reviewed', outcome: 'eligible' };
    case 'liaisonLetter':
      return { kind: 'letterSent', channel: 'ems', waybill };
    case 'delivery':
      return { kind: 'letterDelivered' };
    case 'entry':
      return { kind: 'entered' };
    case 'secondReview':
      return { kind: 'secondReviewed', outcome: 'approved' };
    case 'formAndFunds':
    case 'match':
    case 'booking':
      throw new Error(`a case of practice goes no further by itself than ${step}`);
  }
}

export async function record(errand: Errand, transferId: string, open: StepView, body: NewFact): Promise<void> {
  const { api, key, traineeId } = errand;
  const by = open.owner.id === traineeId ? anotherOf(errand, ROLES[open.step as EmployeeStep]).id : open.owner.id;
  const params = {
    path: { id: transferId },
    header: { 'Idempotency-Key': `${key}-${transferId}-${open.ordinal}-${body.kind}` },
  };
  await api.sure(by, (headers) => api.client.POST('/transfers/{id}/facts', { headers, params, body }));
}

/** @throws when none is open */
export async function openStep({ api }: Errand, transferId: string): Promise<StepView> {
  const { steps } = await api.sure(api.oneOf('manager').id, (headers) =>
    api.client.GET('/transfers/{id}/progress', { headers, params: { path: { id: transferId } } }),
  );
  const last = steps.at(-1);
  if (!last || last.closedAt !== null) throw new Error('a case of practice is in no step');
  return last;
}

/** The manager gives the open step to whoever is to have it. */
export async function give(errand: Errand, transferId: string, toStaffId: string): Promise<void> {
  const { api, key } = errand;
  const open = await openStep(errand, transferId);
  if (open.owner.id === toStaffId) return;
  const params = { path: { id: transferId }, header: { 'Idempotency-Key': `${key}-${transferId}-given` } };
  const body: NewFact = { kind: 'takenOver', toStaffId };
  await api.sure(api.oneOf('manager').id, (headers) =>
    api.client.POST('/transfers/{id}/facts', { headers, params, body }),
  );
}

/** A colleague of this role who is not to practise; the manager, where there is none. */
export function anotherOf({ api, traineeId }: Errand, role: Role): Colleague {
  const found = api.colleagues.find(({ id, roles }) => id !== traineeId && roles.includes(role));
  return found ?? api.oneOf('manager');
}
