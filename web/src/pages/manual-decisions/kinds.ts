import { useTranslation } from 'react-i18next';
import { MANUAL_DECISION_KINDS } from '../../../../domain/manual-decisions.ts';
import type { Schemas } from '../../api/types.ts';
import { knownText } from '../../i18n/known-text.ts';

type Kind = Schemas['ManualDecisionKind'];

export const KINDS: readonly Kind[] = MANUAL_DECISION_KINDS;

/** What took two people is called as where it is confirmed. */
export function useKindWord(): (kind: string) => string {
  useTranslation();
  return (kind) => knownText(`manualDecisions.kinds.${kind}`) ?? knownText(`approvals.kinds.${kind}`) ?? kind;
}
