import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../../api/client.ts';
import { useMay } from '../../../api/queries.ts';
import type { TransferDetail } from '../../../api/types.ts';
import { useSending } from '../../../api/use-sending.ts';
import { AskAgain } from '../../../components/ask-again.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useBegun } from '../../../forms/use-begun.ts';
import { invalidateTransfer } from '../invalidate-transfer.ts';

const ContactDialog = lazy(async () => ({ default: (await import('./contact-dialog.tsx')).ContactDialog }));
const IdentityDialog = lazy(async () => ({ default: (await import('./identity-dialog.tsx')).IdentityDialog }));
const SamePersonDialog = lazy(async () => ({ default: (await import('./same-person-dialog.tsx')).SamePersonDialog }));

const DIALOGS = ['contact', 'identity', 'samePerson'] as const;

/** What of the person can be put right here, each with the people that it takes. */
export function PersonActions({ transfer }: { readonly transfer: TransferDetail }) {
  const { t } = useTranslation();
  const may = useMay();
  const begun = useBegun();
  const forms = begun.forms(transfer.id);
  const [dialog, setDialog] = useState(() => DIALOGS.find((name) => begun.isOpen(`person/${name}`, transfer.id)));
  const [proposed, setProposed] = useState(false);
  const close = () => setDialog(undefined);
  const onProposed = () => {
    close();
    setProposed(true);
  };
  if (!may('correctPerson')) return null;
  return (
    <>
      <div className="row">
        {DIALOGS.map((name) => (
          <Button key={name} size="small" onClick={() => setDialog(name)}>
            {forms.includes(`person/${name}`)
              ? t('drafts.begun', { what: t(`transfer.person.${name}`) })
              : t(`transfer.person.${name}`)}
          </Button>
        ))}
        <NewCode transferId={transfer.id} />
      </div>
      {proposed && <p role="status">{t('transfer.person.proposed')}</p>}
      <Suspense fallback={null}>
        {dialog === 'contact' && <ContactDialog transfer={transfer} onClose={close} />}
        {dialog === 'identity' && <IdentityDialog transfer={transfer} onClose={close} onProposed={onProposed} />}
        {dialog === 'samePerson' && (
          <SamePersonDialog transferId={transfer.id} onClose={close} onProposed={onProposed} />
        )}
      </Suspense>
    </>
  );
}

function NewCode({ transferId }: { readonly transferId: string }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState(false);
  const renew = useSending({
    mutationFn: async () =>
      bodyOf(await client.POST('/transfers/{id}/status-code', { params: { path: { id: transferId } }, body: {} })),
    onSuccess: () => invalidateTransfer(queryClient, transferId),
    onSettled: () => setAsked(false),
  });
  return (
    <>
      <div>
        {asked ? (
          <AskAgain
            question={t('transfer.person.askNewCode')}
            yes={t('transfer.person.newCode')}
            busy={renew.isPending}
            onYes={() => renew.mutate()}
            onNo={() => setAsked(false)}
          />
        ) : (
          <Button size="small" type="text" danger onClick={() => setAsked(true)}>
            {t('transfer.person.newCode')}
          </Button>
        )}
      </div>
      {renew.error !== null && <ProblemNotice error={renew.error} defects={[]} />}
      {renew.data && <p role="status">{t('transfer.person.codeIs', { code: renew.data.statusCode })}</p>}
    </>
  );
}
