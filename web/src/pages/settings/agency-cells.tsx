import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { useMay, useOfficeDate } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';

type Agency = Schemas['Counterpart'];

export function Where({ address, postcode }: Agency) {
  const { t } = useTranslation();
  if (address === '') return <span className="badge warn">{t('agencies.noAddress')}</span>;
  return (
    <>
      {address} <span className="number">{postcode}</span>
    </>
  );
}

/** Until when, and who goes on for it: an agency that is no more is seen at once. */
export function Validity({ validFrom, validUntil, successor }: Agency) {
  const { t } = useTranslation();
  const today = useOfficeDate();
  if (validUntil === null) return <span className="number">{t('agencies.since', { day: validFrom })}</span>;
  return (
    <>
      <span className={today !== undefined && validUntil < today ? 'badge warn' : 'number'}>
        {t('agencies.until', { day: validUntil })}
      </span>
      {successor && (
        <div className="small">
          {t('agencies.followedBy')} {successor.name} <span className="number">{successor.areaCode}</span>
        </div>
      )}
    </>
  );
}

/** Only whoever decides about money sees the number, and asks for it. */
export function Account({ areaCode, name, hasAccount }: Agency) {
  const { t } = useTranslation();
  const may = useMay();
  const [isAsked, setAsked] = useState(false);
  const { data } = api.useQuery(
    'get',
    '/counterparts/{areaCode}/account',
    { params: { path: { areaCode } } },
    { enabled: isAsked },
  );
  if (!hasAccount) return '–';
  if (!may('readBank')) return t('agencies.accountKnown');
  if (!data)
    return (
      <Button
        size="small"
        aria-label={`${t('agencies.showAccount')} ${name}`}
        loading={isAsked}
        onClick={() => setAsked(true)}
      >
        {t('agencies.showAccount')}
      </Button>
    );
  return (
    <>
      <span className="number">{data.number}</span>
      <div className="small soft">
        {data.holder} {data.bank}
      </div>
    </>
  );
}
