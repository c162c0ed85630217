import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../api/client.ts';
import type { Schemas } from '../api/types.ts';
import { PrintButton } from './print-button.tsx';

/** Labels of what is to be sent, or the courier’s sheet of what was. */
export function EnvelopesButton({ kind, input }: Required<Omit<Schemas['NewEnvelopes'], 'anew'>>) {
  const { t } = useTranslation();
  return (
    <PrintButton
      label={t(`documents.kinds.${kind}`)}
      print={async () => bodyOf(await client.POST('/documents/envelopes', { body: { kind, input } }))}
    />
  );
}
