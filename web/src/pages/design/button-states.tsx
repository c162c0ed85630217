import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

/** Of antd, and the plain ones of the first pages: they look the same. */
export function ButtonStates() {
  const { t } = useTranslation();
  const state = (name: 'rest' | 'busy' | 'disabled'): string => t(`design.state.${name}`);
  return (
    <div className="stack tight">
      <div className="row">
        <Button type="primary">{state('rest')}</Button>
        <Button type="primary" loading>
          {state('busy')}
        </Button>
        <Button type="primary" disabled>
          {state('disabled')}
        </Button>
        <Button>{state('rest')}</Button>
        <Button loading>{state('busy')}</Button>
        <Button disabled>{state('disabled')}</Button>
        <Button danger>{t('common.remove')}</Button>
        <Button color="primary" variant="outlined">
          {state('rest')}
        </Button>
        <Button size="small">{state('rest')}</Button>
      </div>
      <div className="row">
        <button type="button" className="button primary">
          {state('rest')}
        </button>
        <button type="button" className="button">
          {state('rest')}
        </button>
        <button type="button" className="button" disabled>
          {state('disabled')}
        </button>
        <button type="button" className="button small">
          {state('rest')}
        </button>
      </div>
    </div>
  );
}
