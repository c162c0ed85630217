import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog.tsx';

interface ToldOnceProps {
  readonly text: string;
  readonly values: readonly string[];
  readonly onClose: () => void;
}

/** A one-time password: closed on purpose only, for nobody can show it again. */
export function ToldOnce({ text, values, onClose }: ToldOnceProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t('approvals.onceTitle')}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('approvals.onceClose')}
        </Button>
      }
    >
      <p>{text}</p>
      {values.map((value) => (
        <p key={value}>
          <code>{value}</code>
        </p>
      ))}
    </Dialog>
  );
}
