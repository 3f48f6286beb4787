// Typing over what was found, one service at a time. Keeps unsent text only; what was typed before is in the snapshot.
import { useState } from 'react';
import { readAddress } from '../../shared/account-draft.ts';
import type { Answer } from '../../shared/ipc-contract.ts';
import type { MailServer, Service } from '../../shared/mail-provider.ts';
import type { RefusalCode } from '../../shared/refusal.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { ask } from '../setup/postkey-state.ts';
import type { ServerDraft } from './server-draft.ts';
import { draftOf, readServer } from './server-draft.ts';

export type OverruleRefusals = {
  readonly [field in 'host' | 'port' | 'loginName']?: RefusalCode | undefined;
};

export interface Overruling {
  /** The service whose fields are open. */
  readonly service: Service | undefined;
  readonly draft: ServerDraft;
  readonly loginName: string;
  readonly refusals: OverruleRefusals;
  readonly open: (service: Service) => void;
  readonly close: () => void;
  readonly typeServer: (draft: ServerDraft) => void;
  readonly typeName: (text: string) => void;
  /** Sends what is open; nothing when its text was refused. */
  readonly send: () => Promise<Answer | undefined>;
  /** Back to what was found. */
  readonly takeBack: (service: Service) => Promise<Answer>;
}

/** What was found for a service, whatever was typed over it; undefined where nothing was. Pure. */
export function foundServer(
  { candidates, picked, provider, typed }: SetupView,
  service: Service,
): MailServer | undefined {
  const candidate = picked === undefined ? undefined : candidates?.[picked];
  if (candidate !== undefined) return candidate.is.servers[service];
  return typed?.servers[service] === undefined ? provider?.is.servers[service] : undefined;
}

/** The login name by the provider's rule: whose mailbox, and for sending whoever signs in. Pure. */
export function foundLoginName({ address = '', signsInAs, provider }: SetupView, service: Service): string {
  const name = service === 'smtp' ? (signsInAs ?? address) : address;
  const rule = provider?.is.loginNames?.[service] ?? provider?.is.loginName;
  const read = readAddress(name);
  return rule === 'local-part' && read.ok ? read.value.localPart : name;
}

/** The name in use. Pure. */
export function nameOf(setup: SetupView, service: Service): string {
  const ladder = setup.ladders.find((each) => each.service === service);
  return setup.typed?.loginNames[service] ?? ladder?.loginName ?? foundLoginName(setup, service);
}

interface Open {
  readonly service: Service;
  readonly draft: ServerDraft;
  readonly loginName: string;
}

export function useOverruling(setup: SetupView): Overruling {
  const [open, setOpen] = useState<Open | undefined>();
  const [refusals, setRefusals] = useState<OverruleRefusals>({});
  const change = (part: Partial<Open>): void => {
    setOpen((before) => (before === undefined ? undefined : { ...before, ...part }));
    setRefusals({});
  };

  const send = async (): Promise<Answer | undefined> => {
    if (open === undefined) return undefined;
    const { service, draft, loginName } = open;
    const isNameTyped = loginName.trim() !== nameOf(setup, service) || setup.typed?.loginNames[service] !== undefined;
    const read = readServer(draft);
    if (!read.ok) {
      setRefusals({ [read.field]: read.refusal });
      return undefined;
    }
    const name = isNameTyped && loginName.trim() !== '' ? { loginName: loginName.trim() } : {};
    const answer = await ask('understand.overrule', { service, server: read.server, ...name });
    if (answer.accepted) setOpen(undefined);
    else if (answer.field?.endsWith('.loginName')) setRefusals({ loginName: answer.refusal });
    else if (answer.field?.endsWith('.host')) setRefusals({ host: answer.refusal });
    return answer;
  };

  return {
    service: open?.service,
    draft: open?.draft ?? draftOf('imap', undefined),
    loginName: open?.loginName ?? '',
    refusals,
    open: (service) => {
      setRefusals({});
      setOpen({
        service,
        draft: draftOf(service, setup.provider?.is.servers[service]),
        loginName: nameOf(setup, service),
      });
    },
    close: () => setOpen(undefined),
    typeServer: (draft) => change({ draft }),
    typeName: (loginName) => change({ loginName }),
    send,
    takeBack: (service) => {
      setOpen(undefined);
      return ask('understand.overrule', { service, server: null });
    },
  };
}
