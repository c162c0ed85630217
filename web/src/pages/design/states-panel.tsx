import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusedError } from '../../api/problem.ts';
import type { Problem } from '../../api/types.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Notice, type NoticeKind } from '../../components/notice.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';

const KINDS: readonly NoticeKind[] = ['info', 'success', 'warning', 'error'];

/** What a page says when it cannot show what it is for. */
export function StatesPanel() {
  const { t } = useTranslation();
  const [pending] = useState({ data: undefined, error: null, isPending: true, refetch: () => undefined });
  return (
    <>
      <Panel title={t('design.states')}>
        <div className="stack tight">
          {KINDS.map((kind) => (
            <Notice key={kind} kind={kind} role="status" title={t('design.sample')} />
          ))}
          <Loaded query={pending} lines={3}>
            {() => null}
          </Loaded>
          <Loaded query={{ ...pending, isPending: false, error: new RefusedError(UNREADABLE) }}>{() => null}</Loaded>
          <ProblemNotice error={new RefusedError(REFUSED)} />
        </div>
      </Panel>
      <Panel title={t('design.columns.sample')}>
        <Empty>{t('design.empty')}</Empty>
      </Panel>
    </>
  );
}

const UNREADABLE: Problem = { type: '/problems/internal', title: 'internal', status: 500, instance: 'req-1' };
const REFUSED: Problem = {
  type: '/problems/invalid',
  title: 'invalid',
  status: 422,
  instance: 'req-2',
  errors: [
    { field: 'waybill', code: 'waybill', message: '' },
    { field: 'occurredAt', code: 'future', message: '' },
  ],
};
