import { codeNames, markdownTable } from './markdown-table.ts';
import type { FoundImport } from './source-files.ts';

const ARCHITECTURE = new URL('../../../docs/architecture.md', import.meta.url);
const CONTRACT = 'api/contract.generated.ts';

interface Permission {
  readonly covers: (found: FoundImport) => boolean;
}
export interface ImportRule {
  readonly mayImport: readonly Permission[] | 'anything';
  /** Undefined: any. */
  readonly packages: readonly string[] | undefined;
}

/** One rule per folder or root file, as docs/architecture.md has them. An unreadable cell is an error, never a permission. */
export function importTable(): Map<string, ImportRule> {
  return new Map(
    markdownTable(ARCHITECTURE, 'Who may import whom').map((row) => {
      const [folder] = codeNames(row['folder'] ?? '');
      if (folder === undefined) throw new Error(`a row of the import table names no folder: ${JSON.stringify(row)}`);
      const packages = codeNames(row['packages'] ?? '');
      return [
        folder,
        { mayImport: readCell(row['may import'] ?? ''), packages: packages.length > 0 ? packages : undefined },
      ];
    }),
  );
}

function readCell(cell: string): readonly Permission[] | 'anything' {
  if (cell === 'anything') return 'anything';
  if (cell === 'nothing') return [];
  return cell.split(',').map((item) => {
    const match = /^(types of )?`([\w/]+)`$/.exec(item.trim());
    if (!match?.[2]) throw new Error(`the import table has an unreadable cell: ${cell}`);
    return permission(match[2], match[1] !== undefined);
  });
}

function permission(name: string, typesOnly: boolean): Permission {
  const covers = ({ target = '', area }: FoundImport): boolean => {
    if (name === 'contract') return target === CONTRACT;
    return name.includes('/') ? target === `${name}.ts` : area === name;
  };
  return { covers: (found) => covers(found) && (!typesOnly || found.typeOnly) };
}
