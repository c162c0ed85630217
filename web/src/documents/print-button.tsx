import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/types.ts';
import { useSending } from '../api/use-sending.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { fileAddress, showDocument } from './open-file.ts';

interface PrintButtonProps {
  readonly print: () => Promise<Schemas['Document']>;
  /** Where several stand beside each other: which one; none of them is the primary one. */
  readonly label?: string;
}

/** Makes the paper, or takes the one that stands, and shows it to be printed. */
export function PrintButton({ print, label }: PrintButtonProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const printing = useSending({
    mutationFn: print,
    onSuccess: async ({ id }) => {
      showDocument(id);
      await queryClient.invalidateQueries();
    },
  });
  return (
    <>
      <Button
        type={label === undefined ? 'primary' : 'default'}
        loading={printing.isPending}
        onClick={() => printing.mutate()}
      >
        {label ?? t('common.print')}
      </Button>
      {printing.data && (
        <a href={fileAddress(printing.data.id)} target="_blank" rel="noreferrer">
          {printing.data.number}
        </a>
      )}
      {printing.isError && <ProblemNotice error={printing.error} />}
    </>
  );
}
