import { useNavigate } from '@tanstack/react-router';
import { Switch } from 'antd';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../components/loaded.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import type { PostSearch } from '../../search-params.ts';
import { PrintToPost } from './print-to-post.tsx';
import { Scanner } from './scanner.tsx';
import { ToPostTable } from './to-post-table.tsx';
import { useDesk } from './use-desk.ts';
import { useToPost } from './use-to-post.ts';

/** What waits to be posted, and the field into which its waybill is scanned. */
export function ToPostPanel({ search }: { readonly search: PostSearch }) {
  const { t } = useTranslation();
  const query = useToPost(search.all === true);
  const desk = useDesk(query.data?.rows ?? []);
  const field = useRef<HTMLInputElement>(null);
  const { rows } = desk;
  return (
    <Panel title={t('post.toPost')} aside={<Whose search={search} />}>
      <div className="stack tight">
        <Scanner desk={desk} field={field} />
        <Loaded query={query} lines={20}>
          {({ more }) =>
            rows.length === 0 ? (
              <Empty>{t(search.all ? 'post.nothingToPost' : 'post.nothingOfMine')}</Empty>
            ) : (
              <>
                <PrintToPost desk={desk} />
                <ToPostTable desk={desk} onChosen={() => field.current?.focus()} />
                <p className="soft small">
                  {t('post.letters', { count: rows.length })}
                  {more && ` ${t('post.more')}`}
                </p>
              </>
            )
          }
        </Loaded>
      </div>
    </Panel>
  );
}

function Whose({ search: { all, ...search } }: { readonly search: PostSearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const id = useId();
  return (
    <span className="row no-print">
      <label htmlFor={id}>{t('post.all')}</label>
      <Switch
        id={id}
        size="small"
        checked={all === true}
        onChange={(on) => void navigate({ to: '/post', search: on ? { ...search, all: true } : search, replace: true })}
      />
    </span>
  );
}
