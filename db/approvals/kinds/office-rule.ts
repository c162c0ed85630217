/** A limit or another rule of the office, from a day on: whoever is accepted from then on has it, cases that are open keep theirs. */
import { refuseDefects, type Defect } from '../../../domain/errors.ts';
import { boundsOf, isLimit } from '../../../domain/office-rules.ts';
import { mayDo } from '../../../domain/staff/permissions.ts';
import { addDays } from '../../../domain/time/shanghai-day.ts';
import type { Tx } from '../../connection/connection.ts';
import { readNow } from '../../office/clock.ts';
import { putOfficeRule, ruleOn, type NewRule } from '../../office/office-rules.ts';
import { tellAccess, type ByWhom } from '../access.ts';
import type { ApprovalKind } from '../kind.ts';

export const officeRule: ApprovalKind<NewRule> = {
  name: 'officeRule',
  workingDays: 5,
  mayPropose: (roles) => mayDo(roles, 'changeSettings'),
  mayConfirm: (roles) => mayDo(roles, 'changeSettings'),

  async look({ tx }, rule) {
    const { name, direction, procedureType, region, value, source, fromDay } = rule;
    const was = (await ruleOn(tx, rule, fromDay)) ?? null;
    return {
      subject: [direction, procedureType, region, name].join('/'),
      transferId: null,
      seen: { value: was },
      changes: [
        { field: 'officeRule', was: null, becomes: name },
        ...(procedureType === null ? [] : [{ field: 'procedureType', was: null, becomes: procedureType }]),
        ...(region === '' ? [] : [{ field: 'region', was: null, becomes: region }]),
        { field: 'value', was, becomes: value },
        { field: 'fromDay', was: null, becomes: fromDay },
        { field: 'source', was: null, becomes: source },
      ],
      barred: [],
    };
  },

  async take({ tx, officeId, proposedBy, confirmedBy }, rule) {
    await setOfficeRule(tx, rule, { officeId, byStaffId: proposedBy, confirmedBy });
    return undefined;
  },
};

/** @throws Refusal invalid, with everything that cannot be */
export async function setOfficeRule(tx: Tx, rule: NewRule, by: ByWhom): Promise<void> {
  refuseDefects(await ruleDefects(tx, rule));
  await putOfficeRule(tx, rule);
  await tellAccess(tx, 'officeRuleSet', by, { ...rule });
}

/** So far ahead nobody plans; it would only be a mistyped year. */
const DAYS_AHEAD = 730;

async function ruleDefects(tx: Tx, rule: NewRule): Promise<Defect[]> {
  const { name, value, fromDay } = rule;
  const { today } = await readNow(tx);
  const { least, most, law } = boundsOf(name);
  const was = await ruleOn(tx, rule, fromDay);
  const defects: Defect[] = [];
  if (was === undefined || isLimit(name) !== (rule.procedureType !== null))
    defects.push({ field: 'name', code: 'unknown', message: 'The office has no such rule.' });
  if (value < least || value > most)
    defects.push({
      field: 'value',
      code: law === undefined ? 'outOfRange' : 'overLaw',
      message: `From ${least} to ${most}${law === undefined ? '' : `, by ${law}`}.`,
    });
  else if (value === was) defects.push({ field: 'value', code: 'unchanged', message: 'It is so on that day already.' });
  if (fromDay <= today)
    defects.push({ field: 'fromDay', code: 'notAhead', message: 'What has begun stays; from tomorrow on.' });
  if (fromDay > addDays(today, DAYS_AHEAD))
    defects.push({ field: 'fromDay', code: 'tooFar', message: 'Within two years.' });
  return defects;
}
