/** The office's rules for whoever asks: nothing is recorded, and no person stands in an address. */
import { Router } from 'express';
import { rehearseFact } from '../../db/counter/record-fact.ts';
import { checkAcceptance } from '../../db/counter/accept-transfer.ts';
import { rulesNow, settingOn } from '../../db/office/rules.ts';
import { checkInfoForm, INFO_FORM_RULES } from '../../domain/forms/info-form.ts';
import { withMessage } from '../../domain/forms/info-form-findings.ts';
import { personView } from '../../domain/persons/person-view.ts';
import { retirementView } from '../../domain/persons/retirement.ts';
import { addWorkingDays } from '../../domain/time/working-days.ts';
import { acceptanceOf } from '../handling/acceptance.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { Handler } from '../handling/handler.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring'>;

export const checksRoutes = (deps: Dependencies): Router =>
  Router()
    .post('/checks/info-form', infoForm(deps))
    .get('/checks/due-date', dueDate(deps))
    .get('/checks/retirement', retirement)
    .post('/checks/person', person(deps))
    .post('/checks/handing', handing(deps))
    .post('/checks/transfer', transfer(deps));

const infoForm =
  ({ db }: Dependencies): Handler<'checkInfoForm'> =>
  async (req, res) => {
    const { form, areaCode } = req.body;
    const { today, rules } = await rulesNow(db);
    const { interestRates } = rules;
    const origin = { receivedOn: form.receivedOn ?? today, areaCode };
    const { findings, pooledFundFen, movable, transferYear } = checkInfoForm(form, origin, {
      ...INFO_FORM_RULES,
      interestRates,
    });
    res.json({
      findings: findings.map(withMessage),
      transferYear,
      pooledFundFen: pooledFundFen ?? null,
      movable: { ...movable, years: [...movable.years] },
    });
  };

const dueDate =
  ({ db }: Dependencies): Handler<'checkDueDate'> =>
  async (req, res) => {
    const { startedOn, workingDays } = req.query;
    const { rules } = await rulesNow(db);
    const { dueOn, provisional, explanation } = addWorkingDays(startedOn, workingDays, rules.calendar);
    const { skipped, workedWeekends, publishedUntil } = explanation;
    res.json({
      dueOn,
      provisional,
      startedOn,
      workingDays,
      skipped: [...skipped],
      workedWeekends: [...workedWeekends],
      publishedUntil,
    });
  };

const retirement: Handler<'checkRetirement'> = (req, res) => {
  const { kind, birthMonth } = req.query;
  res.json(retirementView(kind, `${birthMonth}-01`));
};

const person =
  ({ db }: Dependencies): Handler<'checkPerson'> =>
  async (req, res) => {
    const { today, rules } = await rulesNow(db);
    res.json(personView(req.body, today, settingOn(rules, today, 'temporaryAccountAge')));
  };

/** One after the other, each done and taken back: the fact itself knows best why it would be refused. */
const handing =
  ({ db, keyring }: Dependencies): Handler<'checkHanding'> =>
  async (req, res) => {
    const { id: staffId, officeId } = res.locals.me;
    const { transferIds, toStaffId } = req.body;
    const detail = { kind: 'takenOver', toStaffId } as const;
    const items: { transferId: string; refusal: string | null }[] = [];
    for (const transferId of transferIds) {
      const fact = { transferId, officeId, detail, by: { staffId, source: 'staff' } } as const;
      const refusal = await rehearseFact(db, keyring, fact);
      // What is wrong with the colleague is wrong with all of them.
      if (refusal?.refusal === 'invalid') throw refusal;
      items.push({ transferId, refusal: refusal?.refusal ?? null });
    }
    res.json({ items });
  };

const transfer =
  ({ db, keyring }: Dependencies): Handler<'checkTransfer'> =>
  async (req, res) => {
    res.json({ questions: [...(await checkAcceptance(db, keyring, acceptanceOf(req, res.locals.me)))] });
  };
