import type { Done } from '../../api/one-by-one.ts';
import { problemText } from '../../components/problem-text.ts';

interface DoneListProps<Row> {
  readonly done: readonly Done<Row>[];
  readonly nameOf: (row: Row) => string;
  /** How many it is done for. */
  readonly text: (count: number) => string;
}

/** What became of each: how many are done, and of the others why not. */
export function DoneList<Row>({ done, nameOf, text }: DoneListProps<Row>) {
  const refused = done.flatMap(({ row, refused: problem }) => (problem ? [{ name: nameOf(row), problem }] : []));
  return (
    <div role="status" className="stack tight">
      <p className={refused.length === 0 ? 'verdict good' : 'verdict'}>{text(done.length - refused.length)}</p>
      <ul className="plain-list">
        {refused.map(({ name, problem }, index) => (
          <li key={`${name} ${String(index)}`}>
            <span className="number">{name}</span> {problemText(problem)}
          </li>
        ))}
      </ul>
    </div>
  );
}
