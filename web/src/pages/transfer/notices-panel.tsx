import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { Moment } from '../../components/time.tsx';
import { formatInstant } from '../../format/day.ts';
import { knownText } from '../../i18n/known-text.ts';

type Notice = Schemas['Notice'];

interface NoticesPanelProps {
  readonly notices: readonly Notice[];
  readonly title?: string;
}

export function NoticesPanel({ notices, title: given }: NoticesPanelProps) {
  const { t } = useTranslation();
  const title = given ?? t('transfer.notices.title');
  return (
    <Panel title={title}>
      {notices.length === 0 ? (
        <Empty>{t('transfer.notices.empty')}</Empty>
      ) : (
        <DataTable
          caption={title}
          rows={notices}
          rowKey={({ id }) => id}
          columns={[
            { key: 'kind', title: t('common.columns.kind'), render: ({ kind }) => t(`noticeKinds.${kind}`) },
            {
              key: 'by',
              title: t('facts.fields.channel'),
              render: ({ channel, recipient }) =>
                `${t(channel === 'sms' ? 'transfer.notices.sms' : 'transfer.notices.phone')} · ${t(`recipients.${recipient}`)}`,
            },
            {
              key: 'state',
              title: t('common.columns.state'),
              render: ({ state, failure }) => (
                <>
                  {t(`noticeStates.${state}`)} <span className="soft small">{failureText(failure, t)}</span>
                </>
              ),
            },
            { key: 'when', title: t('common.columns.when'), render: (notice) => <When notice={notice} /> },
          ]}
        />
      )}
    </Panel>
  );
}

/** The office's own code in words, and behind it what the gateway said. */
function failureText(failure: string, t: TFunction): string {
  const whole = knownText(`noticeFailures.${failure}`);
  if (whole !== undefined) return whole;
  const [code = '', ...said] = failure.split(' ');
  const status = /^gateway(\d{3})$/.exec(code)?.[1];
  const words =
    status === undefined ? knownText(`noticeFailures.${code}`) : t('noticeFailures.gatewayAnswered', { status });
  return [words ?? code, ...said].join(' ');
}

function When({ notice }: { readonly notice: Notice }) {
  const { t, i18n } = useTranslation();
  const at = notice.settledAt ?? notice.sentAt;
  if (at !== null) return <Moment at={at} />;
  return (
    <span className="soft">
      {t('transfer.notices.notBefore', { at: formatInstant(notice.notBefore, i18n.language) })}
    </span>
  );
}
