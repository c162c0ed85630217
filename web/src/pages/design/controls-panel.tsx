import { Link } from '@tanstack/react-router';
import { Checkbox, Form, Input, Radio, Select, Switch } from 'antd';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField } from '../../components/day-field.tsx';
import { FileField } from '../../components/file-field.tsx';
import { Panel } from '../../components/panel.tsx';
import { ButtonStates } from './button-states.tsx';

/** Each control as it rests, is busy, cannot be used, or holds what must be mended; pointer and focus are the reader's own. */
export function ControlsPanel() {
  const { t } = useTranslation();
  const file = useRef<HTMLInputElement>(null);
  const options = (['rest', 'chosen', 'disabled'] as const).map((value) => ({
    value,
    label: t(`design.state.${value}`),
    disabled: value === 'disabled',
  }));
  return (
    <Panel title={t('design.controls')}>
      <div className="stack">
        <ButtonStates />
        <Form layout="vertical" className="control-samples">
          <Labelled label={t('design.field')}>{(id) => <Input id={id} placeholder={t('design.sample')} />}</Labelled>
          <Labelled label={`${t('design.field')} · ${t('design.state.disabled')}`}>
            {(id) => <Input id={id} disabled value={t('design.sample')} />}
          </Labelled>
          <Form.Item
            label={`${t('design.field')} · ${t('design.state.wrong')}`}
            htmlFor="design-wrong"
            validateStatus="error"
            help={t('common.required')}
          >
            <Input id="design-wrong" aria-invalid />
          </Form.Item>
          <Labelled label={t('design.list')}>
            {(id) => <Select id={id} options={options} defaultValue="rest" />}
          </Labelled>
          <Labelled label={t('design.day')}>{(id) => <DayField id={id} />}</Labelled>
          <FileField field={file} label={t('common.chooseFile')} accept=".pdf" />
        </Form>
        <div className="row">
          <Checkbox>{t('design.state.rest')}</Checkbox>
          <Checkbox defaultChecked>{t('design.state.chosen')}</Checkbox>
          <Checkbox disabled>{t('design.state.disabled')}</Checkbox>
          <Switch defaultChecked aria-label={t('design.state.chosen')} />
          <Switch aria-label={t('design.state.rest')} />
        </div>
        <Radio.Group options={options} defaultValue="chosen" aria-label={t('design.controls')} />
        <p>
          <Link to="/design">{t('design.link')}</Link>
        </p>
        <div className="tabs">
          <Link to="/">{t('layout.today')}</Link>
          <Link to="/design" className="active">
            {t('design.state.chosen')}
          </Link>
        </div>
      </div>
    </Panel>
  );
}

interface LabelledProps {
  readonly label: string;
  readonly children: (id: string) => ReactNode;
}

function Labelled({ label, children }: LabelledProps) {
  const id = `design-${label.replaceAll(' ', '')}`;
  return (
    <Form.Item label={label} htmlFor={id}>
      {children(id)}
    </Form.Item>
  );
}
