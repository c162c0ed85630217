import { useTranslation } from 'react-i18next';
import type { PracticeAccount } from '../../api/types.ts';
import { ROLES } from '../../../../domain/roles.ts';

interface DesksProps {
  readonly accounts: readonly PracticeAccount[];
  readonly busy: string | undefined;
  readonly onChoose: (account: PracticeAccount) => void;
}

/** The accounts of the practice office, under the first of their roles. */
export function Desks({ accounts, busy, onChoose }: DesksProps) {
  const { t } = useTranslation();
  const ofRole = (role: string): PracticeAccount[] =>
    accounts.filter(({ roles }) => ROLES.find((one) => roles.includes(one)) === role);
  return (
    <section className="desks" aria-labelledby="desks">
      <h2 id="desks">{t('signIn.practiceTitle')}</h2>
      <p className="soft">{t('signIn.practiceText')}</p>
      <ul>
        {ROLES.filter((role) => ofRole(role).length > 0).map((role) => (
          <li key={role}>
            <div>
              <h3>{t(`roles.${role}`)}</h3>
              <p className="soft small">{t(`roleTasks.${role}`)}</p>
            </div>
            <div className="row">
              {ofRole(role).map((account) => (
                <button
                  key={account.username}
                  type="button"
                  className="desk"
                  disabled={busy !== undefined}
                  aria-busy={busy === account.username}
                  onClick={() => onChoose(account)}
                >
                  {account.displayName}
                </button>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
