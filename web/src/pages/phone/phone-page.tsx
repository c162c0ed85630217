import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { Empty } from '../../components/panel.tsx';
import { Moment } from '../../components/time.tsx';
import './phone.css';

const EVERY_MS = 3000;
const AT_ONCE = 30;

/** Every SMS as the practice phone received it. */
export function PhonePage() {
  const { t } = useTranslation();
  const [digits, setDigits] = useState('');
  const [most, setMost] = useState(AT_ONCE);
  const query = useQuery(api.queryOptions('get', '/practice/messages', {}, { refetchInterval: EVERY_MS }));
  return (
    <Page title={t('phone.title')}>
      <p className="soft">{t('phone.text')}</p>
      <div className="phone">
        <label className="phone-filter">
          <span className="soft small">{t('phone.filter')}</span>
          <Input
            value={digits}
            onChange={(event) => setDigits(event.target.value.replace(/\D/g, ''))}
            inputMode="numeric"
            maxLength={4}
          />
        </label>
        <Loaded query={query} lines={6}>
          {({ items }) => {
            const shown = items.filter(({ to }) => to.endsWith(digits));
            if (shown.length === 0) return <Empty>{t('phone.empty')}</Empty>;
            return (
              <>
                <ol>
                  {shown.slice(0, most).map((message) => (
                    <li key={`${message.at} ${message.to} ${message.text}`}>
                      <p className="soft small row spread">
                        <span>{t('phone.to', { digits: message.to })}</span>
                        <Moment at={message.at} />
                      </p>
                      <p className="bubble">{message.text}</p>
                    </li>
                  ))}
                </ol>
                {shown.length > most && (
                  <Button size="small" onClick={() => setMost(most + AT_ONCE)}>
                    {t('common.more')}
                  </Button>
                )}
              </>
            );
          }}
        </Loaded>
      </div>
    </Page>
  );
}
