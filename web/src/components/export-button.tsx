import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../api/client.ts';
import type { Schemas } from '../api/types.ts';
import { useSending } from '../api/use-sending.ts';
import { ProblemNotice } from './problem-notice.tsx';

type Format = Schemas['ExportFormat'];
export const EXPORT_FORMATS = ['xlsx', 'csvUtf8', 'csvGb18030'] as const satisfies readonly Format[];

/** As the list is asked for; how many at once and from where on is not of the file. */
export type ExportQuery = Readonly<Record<string, string | number | boolean | undefined>>;

const NOT_OF_THE_FILE = ['limit', 'cursor'];

const parametersOf = (query: ExportQuery): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined || NOT_OF_THE_FILE.includes(name) ? [] : [[name, String(value)]],
    ),
  );

export function useAskForFile() {
  const queryClient = useQueryClient();
  return useSending({
    mutationFn: async ({ what, query, format }: { what: Schemas['ExportWhat']; query: ExportQuery; format: Format }) =>
      bodyOf(await client.POST('/exports', { body: { what, format, filter: parametersOf(query) } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['get', '/exports'] }),
  });
}

interface ExportButtonProps {
  readonly what: Schemas['ExportWhat'];
  readonly query?: ExportQuery;
  /** Where several stand side by side: of what. */
  readonly of?: string;
}

/** The list above as a file, with its filter as it is now. Without antd: Today has one, and is the first page. */
export function ExportButton({ what, query = {}, of }: ExportButtonProps) {
  const { t } = useTranslation();
  const [choosing, setChoosing] = useState(false);
  const ask = useAskForFile();
  const name = of === undefined ? t('exports.button') : `${t('exports.button')} · ${of}`;
  return (
    <span className="row no-print" role="group" aria-label={name}>
      {choosing ? (
        EXPORT_FORMATS.map((format) => (
          <button
            key={format}
            type="button"
            className="button small"
            onClick={() => {
              setChoosing(false);
              ask.mutate({ what, query, format });
            }}
          >
            {t(`exports.formats.${format}`)}
          </button>
        ))
      ) : (
        <button
          type="button"
          className="button small"
          aria-busy={ask.isPending}
          disabled={ask.isPending}
          onClick={() => setChoosing(true)}
        >
          {name}
        </button>
      )}
      <span role="status">
        {ask.isSuccess && (
          <Link to="/exports" className="small">
            {t('exports.asked')}
          </Link>
        )}
      </span>
      {ask.isError && <ProblemNotice error={ask.error} />}
    </span>
  );
}
