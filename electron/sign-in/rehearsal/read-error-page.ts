// Reads what an error page or an error document says is wrong, in whatever language its sentences are. Pure and cautious: a page
// that could be anything else says nothing.
import { harmlessText } from '../explain/harmless-text.ts';
import { aadstsNumbers, readProviderError } from '../explain/read-provider-error.ts';
import type { ProviderError } from '../explain/sign-in-trouble.ts';

export interface ErrorPage {
  readonly error: ProviderError;
  /** Which part of the request the page is about, where it names one and no other. */
  readonly about: 'client' | 'redirect' | null;
}

/** Machine words of OAuth and of Google that stand on such pages untranslated. */
const errorWord =
  /\b(?:invalid_client|unauthorized_client|invalid_redirect_uri|redirect_uri_mismatch|invalid_scope|deleted_client|disabled_client|invalid_request)\b/gu;
/** The request's own parameters: ours were well formed, so that a page that names a single one does not take its value. */
const parameterWord =
  /\b(?:redirect_uri|client_id|response_type|scope|state|code_challenge(?:_method)?|prompt|nonce|login_hint)\b/gu;
const noSuchClient =
  /\b(?:unknown client|client (?:was |is )?(?:not found|unknown)|no such client|application (?:was |is )?not found)\b/iu;

function json(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return null;
  }
}

/** What a person would see: a login page's scripts hold the words of every error it could ever show. */
function visibleText(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/gu, ' ')
    .replace(/<(script|style|template|noscript|head)\b[\s\S]*?(?:<\/\1\s*>|$)/giu, ' ')
    .replace(/<[^>]*>/gu, ' ')
    .replace(/&(?:#39|#x27|apos|rsquo);/giu, "'")
    .replace(/&(?:quot|#34);/giu, '"')
    .replace(/&(?:nbsp|#160);/giu, ' ')
    .replace(/&amp;/giu, '&')
    .replace(/\s+/gu, ' ')
    .trim();
}

function only(words: readonly string[]): string | null {
  const different = [...new Set(words)];
  return different.length === 1 ? (different[0] ?? null) : null;
}

function aboutOf(text: string): ErrorPage['about'] {
  const parameter = only(text.match(parameterWord) ?? []);
  if (parameter === 'redirect_uri') return 'redirect';
  return parameter === 'client_id' ? 'client' : null;
}

/** The same of an error in fields, where a description tells what the general word does not. */
export function aboutOfError({ error, description }: ProviderError): ErrorPage['about'] {
  const named = aboutOf(description);
  return error === 'invalid_request' || named === 'redirect' ? named : null;
}

/** Microsoft's number; a page that names several is no error page. It may come with status 200, in a script. */
function readNumber(html: string, hidden: readonly string[]): ErrorPage | null {
  const numbers = [...new Set(aadstsNumbers(html))];
  if (numbers.length !== 1) return null;
  const sentence = /AADSTS\d{5,7}:[^"<\\]{0,300}/u.exec(html)?.[0] ?? `AADSTS${numbers[0]}`;
  return { error: { error: '', description: harmlessText(sentence, hidden), subError: '', numbers }, about: null };
}

function readWords(html: string, hidden: readonly string[]): ErrorPage | null {
  const text = visibleText(html).slice(0, 20_000);
  const word = only(text.match(errorWord) ?? []);
  const around = word === null ? text : text.slice(text.indexOf(word));
  const about = noSuchClient.test(text) ? 'client' : aboutOf(text);
  if (word === null && about === null) return null;
  const description = word === null ? around : around.slice(word.length).replace(/^[\s:.,-]+/u, '');
  return {
    error: { error: word ?? '', description: harmlessText(description, hidden), subError: '', numbers: [] },
    about,
  };
}

/** Null where nothing clear stands there. `status` is the answer's, 2xx or 4xx; `hidden` must not be quoted. */
export function readErrorPage(text: string, status: number, hidden: readonly string[]): ErrorPage | null {
  const document = json(text);
  if (document !== null) {
    const error = readProviderError(document, hidden);
    if (!error) return null;
    return { error, about: aboutOfError(error) };
  }
  const numbered = readNumber(text, hidden);
  if (numbered) return numbered;
  // Words alone: only where the answer itself says that it is an error.
  return status >= 400 ? readWords(text, hidden) : null;
}
