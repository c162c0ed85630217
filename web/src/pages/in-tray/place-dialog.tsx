import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../../api/client.ts';
import { transferOfCase } from '../../api/transfer-of-case.ts';
import { RefusedError, toProblem } from '../../api/problem.ts';
import type { Schemas } from '../../api/types.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { useFormDialog } from '../../forms/use-form-dialog.ts';
import { DisputeReason } from './dispute-reason.tsx';
import { NumberField } from './number-field.tsx';
import { SenderField } from './sender-field.tsx';

interface PlaceDialogProps {
  readonly paper: Schemas['Incoming'];
  readonly onClose: () => void;
}

/** The fields of the page behind have names of their own. */
interface Values {
  readonly caseNo?: string;
  readonly foundSender?: string;
  readonly found?: { readonly name?: string; readonly idNumber?: string };
  readonly foundReason?: string;
}

const FIELDS: Readonly<Record<string, string>> = {
  transferId: 'caseNo',
  senderAreaCode: 'foundSender',
  'person.name': 'found.name',
  'person.idNumber': 'found.idNumber',
  reasonCode: 'foundReason',
};

/** What was found out of a paper that waits: whose letter it is, or to which case it belongs. */
export function PlaceDialog({ paper, onClose }: PlaceDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const dialog = useFormDialog<Values, Schemas['Incoming']>({
    name: 'placeIncoming',
    subject: paper.id,
    send: async (values) => {
      const body = await toPlace(values, paper.sender.areaCode);
      return bodyOf(await client.POST('/incoming/{id}/placing', { params: { path: { id: paper.id } }, body }));
    },
    seen: atOurFields,
    onSent: async () => {
      onClose();
      await queryClient.invalidateQueries();
    },
  });
  const isLetter = paper.kind === 'letter';
  return (
    <FormDialog
      title={t('inTray.placing')}
      okText={t('inTray.place')}
      dialog={dialog}
      initialValues={{
        ...(paper.sender.areaCode !== null && { foundSender: paper.sender.areaCode }),
        ...(paper.personName !== null && { found: { name: paper.personName } }),
      }}
      onClose={onClose}
    >
      <p className="soft">{t(isLetter ? 'inTray.placeLetter' : 'inTray.placeOther')}</p>
      {isLetter && (
        <>
          <SenderField name="foundSender" />
          <Form.Item name={['found', 'name']} label={t('accept.name')}>
            <Input autoComplete="off" maxLength={100} />
          </Form.Item>
          <NumberField label={t('accept.idNumber')} of="found" />
        </>
      )}
      <Form.Item
        name="caseNo"
        label={isLetter ? `${t('inTray.caseNo')} (${t('common.optional')})` : t('inTray.caseNo')}
      >
        <Input className="number" autoComplete="off" spellCheck={false} maxLength={40} />
      </Form.Item>
      {paper.kind === 'dispute' && <DisputeReason name="foundReason" />}
    </FormDialog>
  );
}

async function toPlace(values: Values, senderAreaCode: string | null): Promise<Schemas['IncomingPlace']> {
  const { caseNo = '', found = {}, foundSender: sender, foundReason: reasonCode } = values;
  const transferId = caseNo.trim() === '' ? undefined : await transferOf(caseNo.trim(), sender ?? senderAreaCode);
  const name = found.name?.trim() ?? '';
  const idNumber = found.idNumber?.trim() ?? '';
  return {
    ...(transferId !== undefined && { transferId }),
    ...(sender && { senderAreaCode: sender }),
    ...((name !== '' || idNumber !== '') && {
      person: { ...(name !== '' && { name }), ...(idNumber !== '' && { idNumber }) },
    }),
    ...(reasonCode && { reasonCode }),
  };
}

/** What the office speaks of by the names of the contract. */
function atOurFields(error: unknown): unknown {
  const problem = toProblem(error);
  const { errors } = problem;
  if (!errors) return error;
  const renamed = errors.map((defect) => ({ ...defect, field: FIELDS[defect.field] ?? defect.field }));
  return new RefusedError({ ...problem, errors: renamed });
}

/** Of a case for which two regions ask the transfer of the one that has written, else the first that is found. */
const transferOf = (caseNo: string, senderAreaCode: string | null): Promise<string> =>
  transferOfCase(
    caseNo,
    (found) => found.find(({ counterpart }) => counterpart.areaCode === senderAreaCode) ?? found[0],
  );
