// The "…" of a card: look now, sign in again, remove. Removing asks first.
import { Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountView } from '../../shared/account-state.ts';
import { openPrograms } from '../programs/programs-door.ts';
import { ask } from '../setup/postkey-state.ts';
import { loadWords } from '../setup/words.ts';
import { announce } from '../ui/announce.tsx';
import { Kit } from '../ui/kit.tsx';
import { isByPassword } from './account-health.ts';

const LeaveQuestion = lazy(async () => {
  const [question] = await Promise.all([import('../leaving/leave-question.tsx'), loadWords('leaving')]);
  return { default: question.LeaveQuestion };
});

export function AccountMenu({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation('window');
  const [removing, setRemoving] = useState(false);
  const { id, address } = account;
  const check = async (): Promise<void> => {
    const answer = await ask('account.check', { id });
    if (answer.accepted) announce(t('accounts.checked', { address }));
  };
  const pickPrograms = async (): Promise<void> => {
    // From the list too: the pages about programs lie over the account's own.
    const answer = await ask('account.open', { id });
    if (answer.accepted) openPrograms({ kind: 'pick', id });
  };
  return (
    <span className="card-menu">
      <Kit>
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <button type="button" className="card-more" aria-label={t('accounts.more', { address })}>
              <Ellipsis size={20} strokeWidth={1.75} aria-hidden="true" />
            </button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <MenuItem onClick={() => void check()}>{t('accounts.check')}</MenuItem>
              <MenuItem onClick={() => void ask('account.signInAgain', { id })}>
                {isByPassword(account) ? t('buttons.next.type-password') : t('accounts.signInAgain')}
              </MenuItem>
              <MenuItem onClick={() => void pickPrograms()}>{t('accounts.programs')}</MenuItem>
              <MenuItem onClick={() => setRemoving(true)}>{t('accounts.remove')}</MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
      </Kit>
      {removing ? (
        <Suspense fallback={null}>
          <LeaveQuestion account={account} onClose={() => setRemoving(false)} />
        </Suspense>
      ) : null}
    </span>
  );
}
