/** Name or number of a person was wrong, or two persons are one: everything that hangs on a person follows, so it takes two. */
import type { ApprovalChange } from '../../../domain/approvals.ts';
import { Refusal, refuseDefects, type Defect } from '../../../domain/errors.ts';
import { cleanText, tidyText } from '../../../domain/folded-text.ts';
import { nameDefects } from '../../../domain/persons/application.ts';
import { readIdentity, type Papers } from '../../../domain/persons/identity.ts';
import { mayDo } from '../../../domain/staff/permissions.ts';
import type { Tx } from '../../connection/connection.ts';
import { correctIdentity, findOther, readIdentityNow, type IdentityNow } from '../../persons/identity.ts';
import { canonicalId } from '../../persons/person-rows.ts';
import { rulesNow, settingOn } from '../../office/rules.ts';
import type { ApprovalKind, Looking } from '../kind.ts';

interface PersonIdentity {
  readonly transferId: string;
  readonly asked: AskedIdentity;
}

export interface AskedIdentity {
  readonly name?: string | undefined;
  readonly papers?: Papers | undefined;
  /** A transfer whose person is the same. */
  readonly sameAs?: string | undefined;
}

export const personIdentity: ApprovalKind<PersonIdentity> = {
  name: 'personIdentity',
  workingDays: 5,
  mayPropose: (roles) => mayDo(roles, 'correctPerson'),
  mayConfirm: (roles) => mayDo(roles, 'correctPerson') || roles.includes('reviewer'),

  sealed: { proposal: ['asked'], changes: ['name', 'idNumber'] },

  async look({ tx, keyring, officeId }: Looking, { transferId, asked }) {
    const now = await readIdentityNow(tx, keyring, { officeId, transferId });
    refuseDefects(await defectsOf(tx, asked, now));
    const twin = await twinOf({ tx, keyring, officeId }, asked, now);
    const digest = (kind: 'name' | 'idNumber', text: string | null): string | null =>
      text === null ? null : keyring.hash(kind, text).hash.toString('hex').slice(0, 16);
    return {
      subject: now.personId,
      transferId,
      // Told apart by keyed hashes: nothing of a person stands here.
      seen: {
        person: now.personId,
        name: digest('name', now.name),
        idNumber: digest('idNumber', now.idNumber),
        samePerson: twin ?? null,
      },
      changes: changesOf(asked, now, twin),
      barred: [],
    };
  },

  async take({ tx, keyring, officeId, proposedBy, confirmedBy }, { transferId, asked }) {
    const by = { officeId, transferId, byStaffId: proposedBy, confirmedBy };
    await correctIdentity(tx, keyring, { ...by, ...asked });
    return undefined;
  },
};

/** All of it, at the fields of the request. */
async function defectsOf(tx: Tx, { name, papers, sameAs }: AskedIdentity, now: IdentityNow): Promise<Defect[]> {
  const { today: day, rules } = await rulesNow(tx);
  const passports = settingOn(rules, day, 'passports');
  const read = papers ? readIdentity(papers, { day, passports }).defects : [];
  const defects = [
    ...(name === undefined ? [] : nameDefects('name', name)),
    ...read.map((defect) => ({ ...defect, field: defect.field.replace(/^person\./, '') })),
  ];
  if (defects.length > 0 || sameAs !== undefined) return defects;
  const sameName = name === undefined || cleanText(name) === cleanText(now.name);
  const sameNumber = papers === undefined || canonicalId(papers.idNumber) === now.idNumber;
  const message = 'This is what stands there already.';
  return sameName && sameNumber
    ? [{ field: name === undefined ? 'idNumber' : 'name', code: 'unchanged', message }]
    : [];
}

async function twinOf(
  { tx, keyring, officeId }: Pick<Looking, 'tx' | 'keyring' | 'officeId'>,
  { papers, sameAs }: AskedIdentity,
  now: IdentityNow,
): Promise<string | undefined> {
  if (sameAs === undefined) return papers && (await findOther(tx, keyring, papers, now.personId));
  const { personId } = await readIdentityNow(tx, keyring, { officeId, transferId: sameAs });
  if (personId === now.personId) throw new Refusal('same-person', 'Both transfers are of this one person already.');
  return personId;
}

function changesOf({ name, papers }: AskedIdentity, now: IdentityNow, twin: string | undefined): ApprovalChange[] {
  const number = papers && canonicalId(papers.idNumber);
  return [
    ...(name === undefined ? [] : [{ field: 'name', was: now.name, becomes: tidyText(name) }]),
    ...(number ? [{ field: 'idNumber', was: now.idNumber, becomes: number }] : []),
    // Who it is can be read at their cases: here it is only said that there is somebody.
    ...(twin === undefined ? [] : [{ field: 'samePerson', was: false, becomes: true }]),
  ];
}
