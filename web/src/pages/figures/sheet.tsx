import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { useMay } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { Loaded } from '../../components/loaded.tsx';
import { SheetTable } from './sheet-table.tsx';
import type { ViewProps } from './view-props.ts';

type Direction = Schemas['Direction'];

interface SheetProps extends ViewProps {
  readonly from: string;
  readonly to: string;
}

const sheetQuery = (direction: Direction, from: string, to: string, everyMs: number) =>
  api.queryOptions(
    'get',
    '/metrics/month-sheet',
    { params: { query: { direction, from, to } } },
    { refetchInterval: 10 * everyMs },
  );

/** The bureau's sheet as it stands now; each number opens what it counts, for who may read the cases. */
export function Sheet({ from, to, everyMs }: SheetProps) {
  const { t } = useTranslation();
  const may = useMay();
  const into = useQuery(sheetQuery('in', from, to, everyMs));
  const out = useQuery(sheetQuery('out', from, to, everyMs));
  return (
    <section>
      <h3>{t('figures.sheet.title')}</h3>
      <Loaded query={into} lines={10}>
        {(sheetIn) => (
          <Loaded query={out} lines={10}>
            {(sheetOut) => (
              <SheetTable
                sheets={{ in: sheetIn, out: sheetOut }}
                opens={(asked, shown) =>
                  may('readTransfers') ? (
                    <Link to="/month-sheet" search={{ ...asked, from, to }}>
                      {shown}
                    </Link>
                  ) : (
                    shown
                  )
                }
              />
            )}
          </Loaded>
        )}
      </Loaded>
    </section>
  );
}
