/** What may still be recorded once a fact is in, until the office says it anew. Pure. */
import type { Procedure, Schemas, TransferDetail } from '../../../api/types.ts';
import { stepOf } from '../../../procedures/lookup.ts';

type Recorded = Pick<Schemas['RecordedFact'], 'closedStep' | 'openStep'> & {
  readonly event: Pick<Schemas['Event'], 'kind'>;
};
type Kinds = TransferDetail['allowedFacts'];

/** Said once, they hold: what is on hold is not put on hold again. */
const TURNS: Kinds = ['held', 'resumed', 'takenOver'];

/** Nothing that belonged to the step that it closed; where no other opened only what corrects. */
export function stillAllowed(allowed: Kinds, recorded: Recorded, procedure: Procedure | undefined): Kinds {
  const { event, closedStep, openStep } = recorded;
  if (closedStep && !openStep) return allowed.filter((kind) => kind === 'corrected');
  const gone = closedStep ? factsOf(procedure, closedStep.step) : [];
  const stay = factsOf(procedure, openStep?.step);
  const turned = TURNS.filter((kind) => kind === event.kind);
  return allowed.filter((kind) => !turned.includes(kind) && (!gone.includes(kind) || stay.includes(kind)));
}

const factsOf = (procedure: Procedure | undefined, step: string | undefined): readonly string[] =>
  (stepOf(procedure, step)?.facts ?? []).map(({ kind }) => kind);
