import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { client } from '../api/client.ts';
import { useSending } from '../api/use-sending.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { showPdf } from './open-file.ts';
import { pdfOf } from './pdf-of.ts';

/** Every paper to another office that was printed on the day, behind the list that the courier signs. */
export function BatchButton({ day }: { readonly day: string }) {
  const { t } = useTranslation();
  const printing = useSending({
    mutationFn: () => pdfOf(client.POST('/documents/batch', { body: { madeOn: day }, parseAs: 'blob' })),
    onSuccess: (bytes) => showPdf(bytes, `post-${day}`),
  });
  return (
    <>
      <Button loading={printing.isPending} onClick={() => printing.mutate()}>
        {t('documents.batch')}
      </Button>
      {printing.isError && <ProblemNotice error={printing.error} />}
    </>
  );
}
