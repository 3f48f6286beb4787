// What the set-up was finished without, as a choice one has made: what that means, why it was, and the way to try it once more.
import { useTranslation } from 'react-i18next';
import type { AccountView } from '../../shared/account-state.ts';
import { ask } from '../setup/postkey-state.ts';
import { problemTitle } from '../setup/step-words.ts';
import { SecondaryButton } from '../ui/buttons.tsx';
import { fromNow } from './from-now.ts';

export function LeftOut({ account, now }: { readonly account: AccountView; readonly now: number }) {
  const { t, i18n } = useTranslation(['account', 'problems']);
  const { id, leftOut, leftOutWhy } = account;
  return leftOut.map((service) => {
    const why = leftOutWhy?.[service];
    return (
      <section key={service} className="card account-part" aria-labelledby={`account-without-${service}`}>
        <h2 id={`account-without-${service}`}>{t(`leftOut.title.${service}`)}</h2>
        <p>{t(`leftOut.means.${service}`)}</p>
        {why === undefined ? (
          <p className="account-quiet">{t('leftOut.needsSignIn')}</p>
        ) : (
          <>
            <p className="account-quiet">
              {t('leftOut.why', { what: problemTitle(t, why.problem) })}{' '}
              {t('leftOut.tried', { ago: fromNow(why.at, now, i18n.language) })}
            </p>
            <p>
              <SecondaryButton size="small" onPress={() => ask('account.tryLeftOut', { id })}>
                {t(`leftOut.again.${service}`)}
              </SecondaryButton>
            </p>
          </>
        )}
      </section>
    );
  });
}
