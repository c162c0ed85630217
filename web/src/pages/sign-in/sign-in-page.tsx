import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, bodyOf, client } from '../../api/client.ts';
import { meQuery } from '../../api/query-client.ts';
import type { Schemas } from '../../api/types.ts';
import { useSending } from '../../api/use-sending.ts';
import { Page } from '../../components/page.tsx';
import { Notice } from '../../components/notice.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { hasDrafts } from '../../forms/drafts.ts';
import { AppearanceSwitch } from '../../layout/appearance-switch.tsx';
import { LanguageSwitch } from '../../layout/language-switch.tsx';
import mark from '../../mark.svg';
import { Desks } from './desks.tsx';
import { SignInForm } from './sign-in-form.tsx';
import './sign-in.css';

const route = getRouteApi('/sign-in');

/** In the practice office one click per desk; everywhere else a user name and a password. */
export function SignInPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { to = '/' } = route.useSearch();
  // Answers 404 in production, which is no error here.
  const desks = useQuery(api.queryOptions('get', '/practice/accounts', {}, { retry: false }));
  const signIn = useSending({
    meta: { signingIn: true },
    mutationFn: async (body: Schemas['Credentials']) => bodyOf(await client.POST('/sessions', { body })),
    onSuccess: (session) => {
      queryClient.clear();
      queryClient.setQueryData(meQuery().queryKey, session.me);
      router.history.push(router.basepath + to);
    },
  });
  return (
    <div className="sign-in">
      <header className="row spread">
        <span className="brand">
          <img src={mark} alt="" />
          {t('common.brand')}
        </span>
        <span className="row">
          <AppearanceSwitch />
          <LanguageSwitch />
        </span>
      </header>
      <main id="content">
        <Page title={t('signIn.title')}>
          <p className="tagline">{t('signIn.tagline')}</p>
          {hasDrafts() && <Notice kind="info" role="status" title={t('drafts.waiting')} />}
          {signIn.isError && <ProblemNotice error={signIn.error} defects={[]} />}
          {desks.data && (
            <Desks
              accounts={desks.data.items}
              busy={signIn.isPending ? signIn.variables?.username : undefined}
              onChoose={({ username, password }) => signIn.mutate({ username, password })}
            />
          )}
          {!desks.isPending && (
            <SignInForm folded={desks.data !== undefined} busy={signIn.isPending} onSubmit={signIn.mutate} />
          )}
        </Page>
      </main>
    </div>
  );
}
