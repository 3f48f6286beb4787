// Whose pages and servers this Postkey speaks to: of its accounts and of the set-up in progress. Practice's are on this computer. Pure.
import type { MailProvider } from '../../shared/mail-provider.ts';
import type { Postkey } from './postkey.ts';

export function providersInUse(postkey: Pick<Postkey, 'accounts' | 'setup'>): readonly MailProvider[] {
  const view = postkey.setup()?.view();
  const ofSetup = view && !view.practice && view.provider ? [view.provider.is] : [];
  return [
    ...ofSetup,
    ...postkey
      .accounts()
      .filter(({ practice }) => !practice)
      .map(({ provider }) => provider),
  ];
}
