import type { AcceptanceSlipData } from '../../../documents/kinds/acceptance-slip.ts';
import { stepForPerson } from '../../../domain/procedures/procedure.ts';
import { proceduresOf } from '../../connection/procedures.ts';
import { readSlip } from '../../counter/slip.ts';
import { procedureKey } from '../../ledger/procedure-key.ts';
import { rulesNow } from '../../office/rules.ts';
import { numberOfTransfer } from '../numbers.ts';
import type { DocumentReader } from '../reading.ts';
import { readTransferFacts } from './transfer.ts';

/** The same facts as the slip of the counter (`db/counter/slip.ts`). */
export const readAcceptanceSlip: DocumentReader<AcceptanceSlipData> = async (reading) => {
  const { tx, publicUrl } = reading;
  const facts = await readTransferFacts(reading);
  const slip = await readSlip(tx, facts.id);
  const procedure = proceduresOf(tx).of(procedureKey(facts));
  const { rules } = await rulesNow(tx);
  const { limits } = rules.inForce(facts.rule_version, {
    direction: facts.direction,
    procedureType: facts.procedure_type,
    areaCode: facts.area_code,
  });
  return {
    number: await numberOfTransfer(tx, { transferId: facts.id, kind: 'acceptanceSlip', letters: 'HZ' }),
    data: {
      personName: facts.personName,
      caseNo: facts.case_no,
      acceptedOn: facts.acceptedOn,
      counterpart: facts.counterpart,
      scheme: facts.scheme,
      statusCode: slip.statusCode,
      statusAddress: `${publicUrl}/s/${slip.statusCode}`,
      steward: slip.steward,
      stewardPost: slip.stewardPost ?? '',
      telephone: slip.telephone,
      nextStep: stepForPerson(procedure, 'zh-CN', slip.nextStep) ?? slip.nextStep,
      dueOn: slip.dueOn,
      provisional: slip.provisional,
      totalWorkingDays: limits.accept + limits.counterpart + limits.own,
    },
  };
};
