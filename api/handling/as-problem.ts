/** A refusal in the words of RFC 9457, sent by itself or beside what was not refused. */
import { REFUSALS, type Refusal } from '../../domain/errors.ts';

export const asProblem = (
  refusal: Refusal,
  name: string = refusal.refusal,
  status: number = REFUSALS[refusal.refusal],
) => ({
  type: `/problems/${name}`,
  title: titleOf(name),
  status,
  detail: refusal.message,
  ...(refusal.defects.length > 0 && { errors: [...refusal.defects] }),
});

/** `step-not-open` → `Step not open`. */
function titleOf(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
