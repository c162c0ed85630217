import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import type { Schemas } from '../../api/types.ts';
import { InPieces } from '../../components/in-pieces.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import { ImportReason } from './import-reason.tsx';
import { toldOf } from './told.ts';
import { ToldTable } from './told-table.tsx';
import { useCorrecting } from './use-correcting.tsx';

/** A thousand at a time. */
const BY_LINE = {
  initialPageParam: null,
  pageParamName: 'after',
  getNextPageParam: (page: { readonly next: number | null }) => page.next,
};

/** What is said of a file, of its refused lines, and of each cell that was read otherwise than it is written. */
export function ImportLines({ file }: { readonly file: Schemas['Import'] }) {
  const { t } = useTranslation();
  const path = { params: { path: { id: file.id } } };
  const lines = api.useInfiniteQuery('get', '/imports/{id}/lines', path, BY_LINE);
  const refusals = api.useQuery('get', '/imports/{id}/refusals', path);
  const refused = typeof refusals.data === 'object' ? refusals.data.items : [];
  const correcting = useCorrecting(file, refused);
  return (
    <Panel title={t('imports.told', { kind: t(`importKinds.${file.kind}`) })}>
      <div className="stack tight">
        {file.warnings.map(({ field, code, message }) => (
          <p key={`${field} ${message}`} className="verdict">
            {field !== '' && `${field} · `}
            <ImportReason field={field} code={code} sentence={message} />
          </p>
        ))}
        {correcting.above}
        <Loaded query={lines}>
          {({ pages }) => (
            <Loaded query={refusals}>
              {() => {
                const read = pages.flatMap(({ items }) => items);
                const rows = toldOf(read, refused);
                return (
                  <InPieces rows={rows} next={lines}>
                    {(shown) => <ToldTable rows={shown} action={correcting.action} />}
                  </InPieces>
                );
              }}
            </Loaded>
          )}
        </Loaded>
        {file.refused > 0 && (
          <a href={`/imports/${file.id}/refusals?format=csv`} download>
            {t('imports.refusalsFile')}
          </a>
        )}
        {correcting.dialog}
      </div>
    </Panel>
  );
}
