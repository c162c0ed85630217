import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Notice } from '../components/notice.tsx';
import { formatTimeOrInstant } from '../format/day.ts';

interface DraftNoticeProps {
  /** Since when the form holds what was typed before; undefined: nothing of it. */
  readonly restoredAt: string | undefined;
  /** When another browser has saved something else. */
  readonly otherAt: string | undefined;
  readonly onDiscard: () => void;
  readonly onTake: () => void;
  readonly onKeep: () => void;
}

/** Above a form: where its text comes from, and whether there is another one. */
export function DraftNotice({ restoredAt, otherAt, onDiscard, onTake, onKeep }: DraftNoticeProps) {
  const { t, i18n } = useTranslation();
  const time = (at: string): string => formatTimeOrInstant(at, i18n.language);
  if (otherAt !== undefined) {
    return (
      <Notice
        role="status"
        kind="warning"
        title={t('drafts.other', { time: time(otherAt) })}
        action={
          <span className="row">
            <Button size="small" onClick={onTake}>
              {t('drafts.take')}
            </Button>
            <Button size="small" onClick={onKeep}>
              {t('drafts.keepHere')}
            </Button>
          </span>
        }
      />
    );
  }
  if (restoredAt === undefined) return null;
  return (
    <Notice
      role="status"
      kind="info"
      title={t('drafts.restored', { time: time(restoredAt) })}
      action={
        <Button size="small" onClick={onDiscard}>
          {t('drafts.discard')}
        </Button>
      }
    />
  );
}
