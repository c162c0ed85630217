/** An earlier fact was wrong. What was decided stays decided; instants, figures and names change, and the event says which. */
import { Refusal, refuseDefects } from '../../domain/errors.ts';
import { tidyText } from '../../domain/folded-text.ts';
import type { DetailOf } from '../../domain/facts/new-fact.ts';
import { keepChange } from '../persons/person-changes.ts';
import { readName, writeName } from '../persons/persons.ts';
import { requireFact } from './corrected-fact.ts';
import { applyCorrectedForm, correctedFormDefects } from './corrected-form.ts';
import { applyCorrection, correctionDefects } from './corrected-instant.ts';
import { correctedNameDefects } from './corrected-name.ts';
import type { Effect, Effects, FactContext } from './effect.ts';

type Context = FactContext<DetailOf<'corrected'>>;

export const correctedEffects: Effects<'corrected'> = {
  async corrected(context) {
    const { ledger, steps, detail, by, confirmedBy } = context;
    if (by.source === 'staff' && confirmedBy === undefined) {
      throw new Refusal('separation-of-duties', 'A correction takes two people: propose it, and another confirms it.');
    }
    const fact = await requireFact(ledger.tx, ledger.transfer.id, detail.correctsSeq);
    const { correctedOccurredAt, correctedForm: form, correctedName: name } = detail;
    const at = correctedOccurredAt === undefined ? undefined : new Date(correctedOccurredAt);
    refuseDefects(
      [
        at ? await correctionDefects(ledger, steps, fact, at) : [],
        form ? await correctedFormDefects(context, fact, form) : [],
        name === undefined ? [] : await correctedNameDefects(context, fact, name),
      ].flat(),
    );
    const moved = at && (await applyCorrection(ledger, steps, fact, at));
    const figures = form && (await applyCorrectedForm(context, fact, { said: form, at: at ?? fact.occurred_at }));
    const said = name === undefined ? undefined : await renamed(context, name);
    return {
      ...figures?.effect,
      ...(moved && { changesStep: true }),
      correctsSeq: detail.correctsSeq,
      payload: {
        // The second person stands in the event itself; the release before looks for it here.
        secondPersonId: confirmedBy ?? null,
        ...(correctedOccurredAt && { correctedOccurredAt }),
        ...(figures && { infoFormId: figures.infoFormId }),
        ...((moved ?? figures ?? said) && {
          moved: {
            dueDates: moved?.dueDates ?? [],
            figures: moved?.figures ?? [],
            ...(figures && { amounts: figures.amounts }),
            ...(said && { names: ['person'] }),
          },
        }),
      },
      ...(said && { said }),
    } satisfies Effect;
  },
};

/** Both names stand in the history, sealed apart from it. */
async function renamed({ ledger, keyring, by, confirmedBy }: Context, name: string): Promise<Record<string, string>> {
  const { tx, transfer } = ledger;
  const nameWas = await readName(tx, keyring, transfer.person_id);
  const nameBecomes = tidyText(name);
  await writeName(tx, keyring, transfer.person_id, name);
  if (by.staffId !== null) {
    const who = { byStaffId: by.staffId, ...(confirmedBy !== undefined && { confirmedBy }) };
    await keepChange(ledger, keyring, { field: 'name', was: nameWas, becomes: nameBecomes, ...who });
  }
  return { nameWas, nameBecomes };
}
