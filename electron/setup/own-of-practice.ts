// Which set-ups, accounts and keys are practice's own: nothing else may meet a played failure of this computer.
import type { Postkey } from './postkey.ts';

export interface OwnOfPractice {
  /** The set-up in progress is practice. */
  isPractising(): boolean;
  /** The keys of a practice account, or of a practice set-up in progress. */
  isPractice(id: string): boolean;
  /** The keys of a finished practice account that no set-up is changing. */
  isFinished(id: string): boolean;
}

/** `postkey` is asked for later: the parts of the world are made before it. */
export function ownOfPractice(postkey: () => Pick<Postkey, 'setup' | 'accounts'>): OwnOfPractice {
  const setupId = (): string | null => {
    const view = postkey().setup()?.view();
    return view?.practice ? view.id : null;
  };
  const isAccount = (id: string): boolean =>
    postkey()
      .accounts()
      .some((account) => account.id === id && account.practice);
  return {
    isPractising: () => setupId() !== null,
    isPractice: (id) => setupId() === id || isAccount(id),
    isFinished: (id) => setupId() !== id && isAccount(id),
  };
}
