import { Link } from '@tanstack/react-router';
import { useMay } from '../api/queries.ts';
import { Count } from './time.tsx';
import type { WorkSearch } from '../search-params.ts';

interface WorkLinkProps {
  readonly search: WorkSearch;
  readonly count: number;
}

/** A number of open transfers that opens their list, for who may read it. */
export function WorkLink({ search, count }: WorkLinkProps) {
  const may = useMay();
  if (!may('readTransfers')) return <Count of={count} />;
  return (
    <Link to="/my-work" search={search} className="number">
      <Count of={count} />
    </Link>
  );
}
