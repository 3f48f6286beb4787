// Says aloud when an account's health changed while the list is open.
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountView } from '../../shared/account-state.ts';
import { announce } from '../ui/announce.tsx';
import { healthLine } from './account-health.ts';

export function useAnnouncedHealth(accounts: readonly AccountView[]): void {
  const { t } = useTranslation('window');
  const before = useRef(accounts);
  useEffect(() => {
    for (const account of accounts) {
      const last = before.current.find((each) => each.id === account.id);
      if (last === undefined || account.checking || (last.health === account.health && !last.checking)) continue;
      const { verdict, rest } = healthLine(t, account);
      announce(
        t('accounts.said', { address: account.address, verdict, rest }),
        account.health === 'needs-you' || account.health === 'stopped' ? 'assertive' : 'polite',
      );
    }
    before.current = accounts;
  }, [accounts, t]);
}
