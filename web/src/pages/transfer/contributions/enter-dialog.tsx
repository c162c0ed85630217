import { useQueryClient } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../../api/client.ts';
import { RefusedError, toProblem } from '../../../api/problem.ts';
import type { Schemas } from '../../../api/types.ts';
import { FormDialog } from '../../../forms/form-dialog.tsx';
import { useFormDialog } from '../../../forms/use-form-dialog.ts';
import { knownText } from '../../../i18n/known-text.ts';
import { nextSpan, toContribution, type SpanValues } from './contribution-values.ts';
import { SpanFields } from './span-fields.tsx';

interface EnterDialogProps {
  readonly transferId: string;
  readonly onClose: () => void;
}

interface Values {
  readonly rows?: readonly SpanValues[];
}

const FIRST: Values = { rows: [{ nature: 'regular' }] };

/** A row that is typed is judged as one of a file is: in the same words. */
function inWordsOfFiles(error: unknown): unknown {
  const problem = toProblem(error);
  const errors = problem.errors?.map((defect) => ({
    ...defect,
    message: knownText(`importReasons.${defect.code}`) ?? defect.message,
  }));
  return errors ? new RefusedError({ ...problem, errors }) : error;
}

/** Rows that no core system tells: all of them go in, or what is wrong with each is said at its field. */
export function EnterDialog({ transferId, onClose }: EnterDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const dialog = useFormDialog<Values, Schemas['Contributions']>({
    name: 'contributions',
    subject: transferId,
    send: async ({ rows = [] }) => {
      const params = { path: { id: transferId } };
      const body = { rows: rows.map(toContribution) };
      return bodyOf(await client.POST('/transfers/{id}/contributions', { params, body }));
    },
    seen: inWordsOfFiles,
    onSent: async () => {
      onClose();
      await queryClient.invalidateQueries();
    },
  });
  return (
    <FormDialog
      title={t('core.enter.title')}
      okText={t('facts.submit')}
      width={860}
      dialog={dialog}
      initialValues={FIRST}
      onClose={onClose}
    >
      <p className="soft">{t('core.enter.explain')}</p>
      <Form.List name="rows">
        {(fields, { add, remove }) => (
          <div className="stack tight">
            {fields.map(({ key, name }) => (
              <fieldset key={key} className="span">
                <legend>
                  {t('core.enter.span', { number: name + 1 })}{' '}
                  {fields.length > 1 && (
                    <Button size="small" type="text" onClick={() => remove(name)}>
                      {t('common.remove')}
                    </Button>
                  )}
                </legend>
                <SpanFields at={name} />
              </fieldset>
            ))}
            <Button
              onClick={() =>
                add(nextSpan((dialog.form.getFieldValue('rows') as readonly SpanValues[] | undefined)?.at(-1)))
              }
            >
              {t('core.enter.add')}
            </Button>
          </div>
        )}
      </Form.List>
    </FormDialog>
  );
}
