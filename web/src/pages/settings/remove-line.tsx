import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

interface RemoveLineProps {
  readonly index: number;
  readonly onRemove: () => void;
}

export function RemoveLine({ index, onRemove }: RemoveLineProps) {
  const { t } = useTranslation();
  return (
    <Button aria-label={t('settings.removeLine', { line: index + 1 })} onClick={onRemove}>
      {t('common.remove')}
    </Button>
  );
}
