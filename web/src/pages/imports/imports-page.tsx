import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { useMay } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { Moment } from '../../components/time.tsx';
import { HandInForm } from './hand-in-form.tsx';
import { ImportLines } from './import-lines.tsx';
import { ImportFailure } from './import-reason.tsx';
import { UnderWay } from './under-way.tsx';

const route = getRouteApi('/shell/imports');

type Import = Schemas['Import'];

const isUnderWay = ({ state }: Import): boolean => state === 'waiting' || state === 'running';

/** Who asks from far down the list is led up to the answer. */
const comeIntoView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });

/** Files in: what became of each, and of each of its lines. */
export function ImportsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const queryClient = useQueryClient();
  const search = route.useSearch();
  const { file: shown, kind } = search;
  const navigate = useNavigate();
  // In the address: what was open of the file opens again when the page does.
  const show = (file: string): void =>
    void navigate({ to: '/imports', search: { ...search, file }, replace: true, resetScroll: false });
  const query = api.useQuery(
    'get',
    '/imports',
    {},
    { refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) === false ? 15_000 : 1_000) },
  );
  const handedIn = (id: string): void => {
    show(id);
    void queryClient.invalidateQueries({ queryKey: ['get', '/imports'] });
  };
  return (
    <Page title={t('imports.title')}>
      <div className="stack">
        {may('importFiles') && (
          <Panel title={t('imports.handIn')}>
            <HandInForm asked={kind} onHandedIn={handedIn} />
          </Panel>
        )}
        <Loaded query={query} lines={6}>
          {({ items }) => (
            <>
              {/* Above the files: below fifty of them nobody sees what became of one's own. */}
              {items
                .filter(({ id }) => id === shown)
                .map((one) => (
                  <div key={one.id} ref={comeIntoView}>
                    <ToldOf file={one} />
                  </div>
                ))}
              {shown !== undefined && items.every(({ id }) => id !== shown) && <OlderFile id={shown} />}
              <Panel title={t('imports.files')} aside={<ExportButton what="listImports" />}>
                {items.length === 0 && <Empty>{t('imports.none')}</Empty>}
                {items.length > 0 && <ImportTable items={items} onShow={show} />}
              </Panel>
            </>
          )}
        </Loaded>
      </div>
    </Page>
  );
}

/** Of a file that another page leads to, and that is no longer in the list. */
function OlderFile({ id }: { readonly id: string }) {
  const query = api.useQuery('get', '/imports/{id}', { params: { path: { id } } });
  return <Loaded query={query}>{(file) => <ToldOf file={file} />}</Loaded>;
}

/** Of a file that is still worked off nothing is said: its refused lines are yet to come. */
const ToldOf = ({ file }: { readonly file: Import }) =>
  isUnderWay(file) ? <UnderWay file={file} /> : <ImportLines file={file} />;

interface ImportTableProps {
  readonly items: readonly Import[];
  readonly onShow: (id: string) => void;
}

function ImportTable({ items, onShow }: ImportTableProps) {
  const { t } = useTranslation();
  const count = (key: 'accepted' | 'changed' | 'unchanged' | 'refused') => ({
    key,
    title: t(`imports.results.${key}`),
    right: true,
    render: (file: Import) => <span className="number">{file[key]}</span>,
  });
  return (
    <DataTable
      caption={t('imports.files')}
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        { key: 'kind', title: t('common.columns.kind'), render: (file) => <Kind file={file} /> },
        { key: 'when', title: t('common.columns.when'), render: ({ createdAt }) => <Moment at={createdAt} /> },
        { key: 'state', title: t('common.columns.state'), render: (file) => <Standing file={file} /> },
        count('accepted'),
        count('changed'),
        count('unchanged'),
        count('refused'),
        {
          key: 'lines',
          title: t('imports.lines'),
          render: ({ id }) => (
            <Button size="small" onClick={() => onShow(id)}>
              {t('imports.show')}
            </Button>
          ),
        },
      ]}
    />
  );
}

function Kind({ file: { kind, corrects } }: { readonly file: Import }) {
  const { t } = useTranslation();
  return (
    <>
      <span className="nowrap">{t(`importKinds.${kind}`)}</span>
      {corrects && <div className="soft small">{t('imports.correct.file')}</div>}
    </>
  );
}

function Standing({ file: { state, failure, linesDone, linesTotal } }: { readonly file: Import }) {
  const { t } = useTranslation();
  return (
    <>
      {t(`imports.states.${state}`)}
      {state === 'running' && <span className="soft number"> {`${String(linesDone)} / ${String(linesTotal)}`}</span>}
      {failure !== '' && <ImportFailure said={failure} />}
    </>
  );
}
