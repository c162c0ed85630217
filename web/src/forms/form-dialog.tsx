import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../components/dialog.tsx';
import { KeptForm } from './kept-form.tsx';
import type { DialogForm } from './use-form-dialog.ts';

interface FormDialogProps<Values extends object> {
  readonly title: string;
  readonly okText: string;
  readonly width?: number;
  readonly dialog: DialogForm<Values>;
  readonly initialValues?: Partial<Values>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A question in a window: its fields, what was refused of them, and one button that sends it. */
export function FormDialog<Values extends object>(props: FormDialogProps<Values>) {
  const { title, okText, width, dialog, initialValues, children } = props;
  const { form, sending, draft } = dialog;
  const { t } = useTranslation();
  const submit = (): void => form.submit();
  const onClose = (): void => {
    draft.close();
    props.onClose();
  };
  return (
    <Dialog
      title={title}
      {...(width !== undefined && { width })}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button type="primary" loading={sending.isPending} onClick={submit}>
            {okText}
          </Button>
          <Button onClick={onClose}>{t('common.notNow')}</Button>
        </>
      }
    >
      <KeptForm of={dialog} initialValues={initialValues}>
        {children}
        <SendByEnter />
      </KeptForm>
    </Dialog>
  );
}

/** The buttons of a dialog stand outside its form: by this one Enter sends it from every field of one line. */
export const SendByEnter = () => <button type="submit" hidden />;
