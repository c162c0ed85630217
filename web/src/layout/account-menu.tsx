import { Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { bodyOf, client } from '../api/client.ts';
import { useMe } from '../api/queries.ts';
import { useSending } from '../api/use-sending.ts';
import { forgetEverywhere, keepBefore } from '../forms/sign-out.ts';

/** Who is signed in, and the way out. In the practice office the way out leads to the next desk. */
export function AccountMenu() {
  const { t } = useTranslation();
  const me = useMe();
  const { basepath } = useRouter();
  const signOut = useSending({
    mutationFn: async () => {
      await keepBefore();
      return bodyOf(await client.DELETE('/sessions/current'));
    },
    // A fresh page: nothing that was read stays in the memory of a shared desk.
    onSettled: () => {
      forgetEverywhere();
      location.assign(`${basepath}/sign-in`);
    },
  });
  return (
    <div className="account">
      <Link to="/password" className="who" title={t('layout.changePassword')}>
        {me.displayName}
      </Link>
      <button type="button" className="plain" onClick={() => signOut.mutate()}>
        {t('layout.signOut')}
      </button>
    </div>
  );
}
