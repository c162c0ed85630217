/** What the simulated outside world hands in is what a real one would: checked by the rules of the domain. */
import { describe, expect, test } from 'vitest';
import { readMemo } from '../../domain/money/bank-memo.ts';
import { checkInfoForm, INFO_FORM_RULES } from '../../domain/forms/info-form.ts';
import { NATIONAL_INTEREST_RATES } from '../../domain/money/interest-rates.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { isSilent, letterState } from '../../domain/letters/letter-state.ts';
import { quietSince } from '../../domain/time/quiet-since.ts';
import { checkPersonName } from '../../domain/persons/person-name.ts';
import { phoneKind } from '../../domain/persons/phone.ts';
import { birthDateOf, checkResidentId, sexOf } from '../../domain/persons/resident-id.ts';
import { ageOn } from '../../domain/persons/temporary-account.ts';
import { checkWaybill } from '../../domain/letters/waybill.ts';
import { answerOf } from '../../simulator/plan/answers.ts';
import { infoFormOf, type FormFault } from '../../simulator/plan/info-form.ts';
import { letterJourney, waybillOf } from '../../simulator/plan/letter-journey.ts';
import { at, CALENDAR, isOfficeHours } from '../../simulator/outside/office-time.ts';
import { personOf } from '../../simulator/plan/people.ts';
import { remittancesOf } from '../../simulator/plan/remittances.ts';

const numbers = Array.from({ length: 400 }, (_, index) => index + 1);
const posted = at('2026-01-12', 600);

describe('persons', () => {
  const people = numbers.map((no) => personOf(7, no));

  test('have names and numbers that any office accepts, each number once', () => {
    expect(people.flatMap(({ name }) => checkPersonName(name))).toEqual([]);
    expect(people.filter(({ idNumber }) => !checkResidentId(idNumber, { bornBy: '2026-01-05' }).ok)).toEqual([]);
    expect(new Set(people.map(({ idNumber }) => idNumber)).size).toBe(people.length);
  });

  test('who are too old for a transfer are registered here', () => {
    const limit = { male: 50, female: 40 };
    const refused = people.filter(
      ({ idNumber, localHukou }) => !localHukou && ageOn(birthDateOf(idNumber), '2026-12-31') >= limit[sexOf(idNumber)],
    );
    expect(refused).toEqual([]);
  });

  test('mostly have mobiles, some fixed lines, some no telephone', () => {
    const kinds = people.map(({ phone }) => (phone === undefined ? 'none' : phoneKind(phone)));
    expect(new Set(kinds)).toEqual(new Set(['mobile', 'fixedLine', 'none']));
    expect(kinds.filter((kind) => kind === 'mobile').length).toBeGreaterThan(340);
  });
});

describe('letters', () => {
  const waybills = numbers.flatMap((no) => [1, 2, 3].map((attempt) => waybillOf(7, no, attempt)));
  const stateAfter = (scans: readonly { at: number; code: string; text: string }[], day: string) =>
    letterState(
      scans.map(({ at: moment, code, text }) => ({ code, text, scannedAt: moment })),
      day,
    );

  test('carry waybills that the office accepts, each once', () => {
    expect(waybills.filter((waybill) => !checkWaybill(waybill).ok)).toEqual([]);
    expect(new Set(waybills).size).toBe(waybills.length);
    expect(new Set(waybills.map((waybill) => waybill.length))).toEqual(new Set([13]));
    expect(waybills.some((waybill) => waybill.endsWith('CN'))).toBe(true);
  });

  test('arrive within a few working days, in office hours', () => {
    for (const waybill of waybills.slice(0, 200)) {
      const { scans, deliveredAt } = letterJourney(7, waybill, posted);
      expect(stateAfter(scans, '2026-01-31')).toEqual({ state: 'delivered' });
      expect(isOfficeHours(deliveredAt!)).toBe(true);
    }
  });

  test.each(['M01', 'M02'] as const)('that come back for %s say so', (reason) => {
    for (const waybill of waybills.slice(0, 50)) {
      const { scans, deliveredAt } = letterJourney(7, waybill, posted, reason);
      expect(stateAfter(scans, '2026-01-31')).toEqual({ state: 'returned', reason });
      expect(deliveredAt).toBeUndefined();
    }
  });

  test('that are lost fall silent', () => {
    const { scans } = letterJourney(7, waybills[0]!, posted, 'M03');
    const { state } = stateAfter(scans, '2026-01-31');
    const heardOn = dateOf(Math.max(...scans.map(({ at: moment }) => moment)));
    expect(isSilent({ channel: 'ems', state, heardOn }, quietSince('2026-01-31', 3, CALENDAR))).toBe(true);
  });
});

describe('info forms', () => {
  const checked = (no: number, fault?: FormFault) => {
    const form = infoFormOf(7, no, 1, 2026, fault);
    const rules = { ...INFO_FORM_RULES, interestRates: NATIONAL_INTEREST_RATES };
    const { findings } = checkInfoForm(form, { receivedOn: '2026-03-02' }, rules);
    return findings.filter(({ severity }) => severity === 'defect' || severity === 'flag');
  };

  test('add up in every line and row', () => {
    for (const no of numbers) expect(checked(no)).toEqual([]);
  });

  test('are found out when a line is wrong on purpose', () => {
    for (const no of numbers.slice(0, 50))
      expect(checked(no, 'D01')).toContainEqual(expect.objectContaining({ code: 'accountIdentity' }));
  });
});

describe('money', () => {
  const debts = numbers.map((no) => {
    const { name, idNumber } = personOf(7, no);
    const { accountTotalFen: accountFen, pooledFundFen: pooledFen } = infoFormOf(7, no, 1, 2026);
    const caseNo = `IN2026010${String(no).padStart(4, '0')}`;
    return { seed: 7, no, caseNo, name, idNumber, accountFen, pooledFen, plain: false, onThursdays: no % 3 === 0 };
  });
  const paid = debts.map((debt) => ({ debt, remittances: remittancesOf(debt, posted) }));

  test('is the whole debt once the wrong and double payments have gone back', () => {
    for (const { debt, remittances } of paid) {
      const kept = remittances.filter(({ toReturn }) => toReturn === undefined);
      expect(kept.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(debt.accountFen + debt.pooledFen);
      for (const { amountFen, toReturn } of remittances)
        if (toReturn === 'F03') expect(amountFen).not.toBe(debt.accountFen + debt.pooledFen);
    }
  });

  test('comes with memos that name the case in every usual way', () => {
    const ways = paid.map(({ debt, remittances: [first] }) => {
      const { caseNumbers, idNumbers, lastSixes, names } = readMemo(first!.memo);
      if (caseNumbers.includes(debt.caseNo)) return 'case number';
      if (idNumbers.includes(debt.idNumber)) return 'ID number';
      return lastSixes.includes(debt.idNumber.slice(-6)) ? 'last six' : names.length > 0 ? 'name' : 'nothing';
    });
    expect(new Set(ways)).toEqual(new Set(['case number', 'ID number', 'last six', 'name']));
  });

  test('comes before the form as well as after it', () => {
    const order = numbers.map((no) => {
      const { form, payAt } = answerOf(7, no, 1, { how: 'passes' }, posted);
      return Math.sign(payAt! - form!.at);
    });
    expect([...new Set(order)]).toEqual(expect.arrayContaining([-1, 1]));
  });
});
