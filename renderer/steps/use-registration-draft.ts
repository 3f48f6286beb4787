// What a person types about their own registration: where it was made. Keeps unsent text only; step 3 takes the client ID.
import { useState } from 'react';
import type { Answer, RequestInput } from '../../shared/ipc-contract.ts';
import type { MailProvider } from '../../shared/mail-provider.ts';
import type { RefusalCode } from '../../shared/refusal.ts';
import { ask } from '../setup/postkey-state.ts';

export const endpointFields = ['authorization', 'token', 'device'] as const;
export type EndpointField = (typeof endpointFields)[number];
export type RegistrationField = 'tenant' | 'scopes' | EndpointField;
type Texts = Readonly<Record<RegistrationField, string>>;
export type RegistrationRefusals = Partial<Record<RegistrationField, RefusalCode>>;

export interface RegistrationDraft {
  readonly texts: Texts;
  readonly type: (field: RegistrationField, text: string) => void;
  readonly refusals: RegistrationRefusals;
  readonly send: () => Promise<Answer | undefined>;
}

function endpointRefusal(text: string): RefusalCode | undefined {
  if (/^https:\/\/[^\s/?#@]+(?:[/?#]\S*)?$/iu.test(text)) return undefined;
  return /^https:\/\//iu.test(text) || text === '' ? 'issuer-odd' : 'issuer-not-https';
}

/** What is sent, or which field is refused. Given endpoints need at least the two of every sign-in. Pure. */
export function readRegistration(
  texts: Texts,
  signIn: MailProvider['signIn'],
): { readonly refusals: RegistrationRefusals; readonly input: RequestInput<'register.own'> } {
  if (signIn === 'microsoft')
    return { refusals: {}, input: texts.tenant.trim() === '' ? {} : { tenant: texts.tenant.trim() } };
  if (signIn === 'google') return { refusals: {}, input: {} };
  const refusals: RegistrationRefusals = {};
  const [authorization, token, device] = endpointFields.map((field) => texts[field].trim()) as [string, string, string];
  const isGiven = authorization !== '' || token !== '' || device !== '';
  for (const field of endpointFields) {
    const text = texts[field].trim();
    const refusal = isGiven && (text !== '' || field !== 'device') ? endpointRefusal(text) : undefined;
    if (refusal !== undefined) refusals[field] = refusal;
  }
  const scopes = texts.scopes.split(/[\s,]+/u).filter((scope) => scope !== '');
  return {
    refusals,
    input: {
      ...(isGiven ? { endpoints: { authorization, token, ...(device === '' ? {} : { device }) } } : {}),
      ...(scopes.length === 0 ? {} : { scopes }),
    },
  };
}

function startTexts(provider: MailProvider): Texts {
  const scopes = [...new Set(Object.values(provider.scopes).flat())];
  const { endpoints } = provider;
  return {
    tenant: provider.tenant ?? '',
    scopes: scopes.join('\n'),
    authorization: endpoints?.authorization ?? '',
    token: endpoints?.token ?? '',
    device: endpoints?.device ?? '',
  };
}

export function useRegistrationDraft(provider: MailProvider): RegistrationDraft {
  const [texts, setTexts] = useState<Texts>(() => startTexts(provider));
  const [refusals, setRefusals] = useState<RegistrationRefusals>({});
  return {
    texts,
    refusals,
    type: (field, text) => {
      setTexts((before) => ({ ...before, [field]: text }));
      setRefusals((before) => ({ ...before, [field]: undefined }));
    },
    send: async () => {
      const read = readRegistration(texts, provider.signIn);
      setRefusals(read.refusals);
      if (Object.keys(read.refusals).length > 0) return undefined;
      const answer = await ask('register.own', read.input);
      if (!answer.accepted && answer.field !== undefined) setRefusals({ [answer.field]: answer.refusal });
      return answer;
    },
  };
}
