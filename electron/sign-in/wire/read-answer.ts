// Judges an HTTP answer before a library sees it: is it JSON, is it an OAuth error, is it a log-in page of the Wi-Fi? Pure.
import { readProviderError } from '../explain/read-provider-error.ts';
import type { SignInTrouble } from '../explain/sign-in-trouble.ts';
import { readRenewalSeconds } from './read-renewal-seconds.ts';

export interface HttpAnswer {
  readonly host: string;
  readonly status: number;
  /** As sent, may be empty. */
  readonly contentType: string;
  readonly text: string;
}

export interface JudgedAnswer {
  readonly isJson: boolean;
  /** Null: nothing wrong with it. */
  readonly trouble: SignInTrouble | null;
  /** How long the tokens in it can be renewed; null where it does not say. */
  readonly renewalSeconds: number | null;
}

function parsed(text: string): { readonly isJson: boolean; readonly value: unknown } {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/u, ''));
    return { isJson: typeof value === 'object' && value !== null, value };
  } catch {
    return { isJson: false, value: null };
  }
}

/** `hidden`: what was sent and must not be quoted back. */
export function readAnswer(answer: HttpAnswer, hidden: readonly string[]): JudgedAnswer {
  const read = parsed(answer.text);
  return { ...judged(answer, read, hidden), renewalSeconds: readRenewalSeconds(read.value) };
}

function judged(
  { host, status, contentType, text }: HttpAnswer,
  { isJson, value }: ReturnType<typeof parsed>,
  hidden: readonly string[],
): Omit<JudgedAnswer, 'renewalSeconds'> {
  if (status >= 300 && status < 400) return { isJson, trouble: { kind: 'unreadable', status, what: 'redirect', host } };
  const error = isJson ? readProviderError(value, hidden) : null;
  if (error) return { isJson, trouble: { kind: 'refused', status, error, host } };
  if (
    status >= 400 &&
    (isJson || status >= 500 || text.trim() === '' || status === 429 || status === 404 || status === 407)
  ) {
    return { isJson, trouble: { kind: 'status', status, host } };
  }
  // A signed userinfo answer (OIDC Core section 5.3.2) is not JSON by right.
  if (isJson || /^application\/jwt\b/iu.test(contentType)) return { isJson, trouble: null };
  const isHtml = /html/iu.test(contentType) || /^\s*<(?:!doctype|html|head|body)/iu.test(text);
  return { isJson, trouble: { kind: 'unreadable', status, what: isHtml ? 'html' : 'other', host } };
}
