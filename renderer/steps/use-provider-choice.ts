// The person's own choice of provider, where nobody published how mail works at their domain. Keeps unsent text only.
import { useState } from 'react';
import type { Answer } from '../../shared/ipc-contract.ts';
import type { AccountSignIn, MailServer, Service } from '../../shared/mail-provider.ts';
import { services } from '../../shared/mail-provider.ts';
import type { RefusalCode } from '../../shared/refusal.ts';
import { ask } from '../setup/postkey-state.ts';
import type { ServerDraft } from './server-draft.ts';
import { draftOf, readServer } from './server-draft.ts';

export type ChoiceField = 'issuer' | 'loginName' | 'servers' | `${Service}.host` | `${Service}.port`;
export type ChoiceRefusals = { readonly [field in ChoiceField]?: RefusalCode | undefined };

export interface ProviderChoice {
  readonly kind: AccountSignIn | undefined;
  readonly choose: (kind: AccountSignIn) => void;
  readonly issuer: string;
  readonly typeIssuer: (text: string) => void;
  readonly loginName: string;
  readonly typeLoginName: (text: string) => void;
  readonly drafts: Readonly<Record<Service, ServerDraft>>;
  readonly typeServer: (service: Service, draft: ServerDraft) => void;
  readonly refusals: ChoiceRefusals;
  /** Nothing was chosen yet, said when going on. */
  readonly isMissing: boolean;
  readonly send: () => Promise<Answer | undefined>;
}

type Drafts = Readonly<Record<Service, ServerDraft>>;

/** The servers that were typed; a service whose host is empty does not exist there. Pure. */
export function readServers(drafts: Drafts): {
  readonly servers: Partial<Record<Service, MailServer>>;
  readonly refusals: ChoiceRefusals;
} {
  const servers: Partial<Record<Service, MailServer>> = {};
  const refusals: { [field in ChoiceField]?: RefusalCode } = {};
  for (const service of services) {
    const draft = drafts[service];
    if (draft.host.trim() === '') continue;
    const read = readServer(draft);
    if (read.ok) servers[service] = read.server;
    else refusals[`${service}.${read.field}`] = read.refusal;
  }
  const isEmpty = Object.keys(servers).length === 0 && Object.keys(refusals).length === 0;
  return { servers, refusals: isEmpty ? { servers: 'no-server' } : refusals };
}

export function useProviderChoice(): ProviderChoice {
  const [kind, setKind] = useState<AccountSignIn | undefined>();
  const [isMissing, setMissing] = useState(false);
  const [issuer, setIssuer] = useState('');
  const [loginName, setLoginName] = useState('');
  const [drafts, setDrafts] = useState<Drafts>({
    imap: draftOf('imap', undefined),
    pop: draftOf('pop', undefined),
    smtp: draftOf('smtp', undefined),
  });
  const [refusals, setRefusals] = useState<ChoiceRefusals>({});

  const send = async (): Promise<Answer | undefined> => {
    if (kind === undefined) {
      setMissing(true);
      return undefined;
    }
    if (kind === 'microsoft' || kind === 'google') return ask('understand.choose', { signIn: kind });
    const read = readServers(drafts);
    const isIssuerMissing = kind === 'openid' && issuer.trim() === '';
    const local: ChoiceRefusals = isIssuerMissing ? { issuer: 'issuer-empty', ...read.refusals } : read.refusals;
    setRefusals(local);
    if (Object.keys(local).length > 0) return undefined;
    const answer = await ask('understand.choose', {
      signIn: kind,
      servers: read.servers,
      ...(kind === 'openid' ? { issuer: issuer.trim() } : {}),
      ...(loginName.trim() === '' ? {} : { loginName: loginName.trim() }),
    });
    const field = answer.accepted ? undefined : answer.field;
    if (!answer.accepted && (field === 'issuer' || field === 'loginName')) setRefusals({ [field]: answer.refusal });
    return answer;
  };

  return {
    kind,
    isMissing: isMissing && kind === undefined,
    choose: (chosen) => {
      setKind(chosen);
      setMissing(false);
    },
    issuer,
    typeIssuer: (text) => {
      setIssuer(text);
      setRefusals((before) => ({ ...before, issuer: undefined }));
    },
    loginName,
    typeLoginName: (text) => {
      setLoginName(text);
      setRefusals((before) => ({ ...before, loginName: undefined }));
    },
    drafts,
    typeServer: (service, draft) => {
      setDrafts((before) => ({ ...before, [service]: draft }));
      setRefusals((before) => ({
        ...before,
        servers: undefined,
        [`${service}.host`]: undefined,
        [`${service}.port`]: undefined,
      }));
    },
    refusals,
    send,
  };
}
