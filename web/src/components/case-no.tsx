import { Link } from '@tanstack/react-router';

interface CaseNoProps {
  readonly transferId: string | null;
  readonly caseNo: string | null;
}

/** In a table whose rows are walked by keyboard; nothing where there is no transfer. */
export function CaseNo({ transferId, caseNo }: CaseNoProps) {
  if (transferId === null) return null;
  return (
    <Link to="/transfers/$id" params={{ id: transferId }} data-row className="nowrap number">
      {caseNo}
    </Link>
  );
}
