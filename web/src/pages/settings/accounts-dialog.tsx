import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { settledOf } from '../../api/settled.ts';
import type { Schemas } from '../../api/types.ts';
import type { Outcome } from '../../components/outcome.tsx';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useFormDialog } from '../../forms/use-form-dialog.ts';
import { RemoveLine } from './remove-line.tsx';

export type Accounts = readonly Schemas['BankAccounts']['items'][number][];

interface AccountsDialogProps {
  readonly accounts: Accounts;
  readonly onClose: () => void;
  readonly onSent: (outcome: Outcome) => void;
}

/** All of them at once: so the second administrator reads them, too. */
export function AccountsDialog({ accounts, onClose, onSent }: AccountsDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const dialog = useFormDialog({
    name: 'bankAccounts',
    subject: 'office',
    send: async (body: Schemas['BankAccounts']) => settledOf(await client.PUT('/bank-accounts', { body })),
    onSent: async ({ waits }) => {
      onClose();
      onSent({ waits });
      await queryClient.invalidateQueries();
    },
  });
  return (
    <FormDialog
      title={t('settings.accounts')}
      okText={t('settings.save')}
      dialog={dialog}
      initialValues={{ items: [...accounts] }}
      onClose={onClose}
    >
      <p className="soft">{t('settings.accountsExplain')}</p>
      <Form.List name="items">
        {(lines, { add, remove }) => (
          <>
            {lines.length === 0 && <p>{t('settings.noAccounts')}</p>}
            {lines.map(({ key, name }) => (
              <AccountLine key={key} index={name} onRemove={() => remove(name)} />
            ))}
            <Button onClick={() => add({ number: '', name: '', bank: '', bankCode: '', onLetters: true })}>
              {t('settings.addAccount')}
            </Button>
          </>
        )}
      </Form.List>
    </FormDialog>
  );
}

function AccountLine({ index, onRemove }: { readonly index: number; readonly onRemove: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="stack tight">
      <div className="form-line">
        <Form.Item name={[index, 'number']} label={t('settings.number')}>
          <Input className="number" autoComplete="off" maxLength={40} />
        </Form.Item>
        <Form.Item name={[index, 'name']} label={t('settings.accountName')}>
          <Input autoComplete="off" maxLength={80} />
        </Form.Item>
        <RemoveLine index={index} onRemove={onRemove} />
      </div>
      <div className="form-line">
        <Form.Item name={[index, 'bank']} label={t('settings.bank')}>
          <Input autoComplete="off" maxLength={80} />
        </Form.Item>
        <Form.Item
          name={[index, 'bankCode']}
          label={t('settings.bankCode')}
          rules={[{ pattern: /^(\d{12})?$/, message: t('settings.twelveDigits') }]}
        >
          <Input className="number" inputMode="numeric" autoComplete="off" maxLength={12} />
        </Form.Item>
      </div>
      <Form.Item name={[index, 'onLetters']} valuePropName="checked">
        <Checkbox>{t('settings.onLetters')}</Checkbox>
      </Form.Item>
    </div>
  );
}
