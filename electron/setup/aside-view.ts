// A set-up that was set aside, as the window shows it. Pure.
import type { AsideView } from '../../shared/postkey-state.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { isWaitingForApproval } from './approval-wait.ts';
import type { KeptAside } from './memory.ts';

/** Looked at first: a wait that was gone into again waits, whatever came before. */
function stateOf(view: SetupView, approved: boolean): AsideView['state'] {
  if (isWaitingForApproval(view)) return 'waiting';
  return approved ? 'approved' : 'stopped';
}

export function asideView({ setup, since, approved }: KeptAside): AsideView {
  const { id, purpose, address = '', provider, approval } = setup;
  return {
    id,
    purpose,
    address,
    ...(provider?.organisation ? { organisation: provider.organisation } : {}),
    providerName: provider?.is.name ?? '',
    since,
    state: stateOf(setup, approved),
    check: approval?.check ?? 'by-hand',
    ...(approval?.lastCheckAt === undefined ? {} : { lastCheckAt: approval.lastCheckAt }),
    ...(approval?.nextCheckAt === undefined ? {} : { nextCheckAt: approval.nextCheckAt }),
  };
}

/** The notice that an organisation has approved. */
export function approvedNotice(id: string): string {
  return `approved-${id}`;
}
