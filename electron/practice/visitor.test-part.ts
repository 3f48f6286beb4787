// A person with a small browser of their own: cookies, redirects, forms. Never follows an address away from the provider.
/// <reference path="./jsdom-in-tests.d.ts" />
import { JSDOM } from 'jsdom';

export interface Visit {
  /** The page one ended on, or null when the provider sent the browser away. */
  readonly page: Document | null;
  readonly status: number;
  readonly url: URL;
  readonly headers: Headers;
}

export interface Visitor {
  open(url: string): Promise<Visit>;
  /** Fills in the page's form and presses the button with this value, or the only one. */
  press(visit: Visit, button: string | null, filled?: Readonly<Record<string, string>>): Promise<Visit>;
}

interface Cookie {
  readonly name: string;
  readonly path: string;
  readonly value: string;
}

const mostRedirects = 12;

export function makeVisitor(issuer: string): Visitor {
  let cookies: readonly Cookie[] = [];

  const keep = (line: string): void => {
    const [pair = '', ...rest] = line.split(';').map((part) => part.trim());
    const [name = '', value = ''] = pair.split(/=(.*)/su);
    const path = rest.find((part) => /^path=/iu.test(part))?.slice(5) ?? '/';
    const gone = /expires=Thu, 01 Jan 1970/iu.test(line);
    cookies = [
      ...cookies.filter((each) => each.name !== name || each.path !== path),
      ...(gone ? [] : [{ name, path, value }]),
    ];
  };

  const go = async (start: URL, init: { method: string; body?: URLSearchParams }): Promise<Visit> => {
    let url = start;
    let { method, body } = init;
    for (let turn = 0; turn < mostRedirects; turn += 1) {
      if (url.origin !== issuer) return { page: null, status: 0, url, headers: new Headers() };
      const cookie = cookies
        .filter((each) => url.pathname.startsWith(each.path))
        .map((each) => `${each.name}=${each.value}`)
        .join('; ');
      const response = await fetch(url, {
        method,
        redirect: 'manual',
        headers: { accept: 'text/html', ...(cookie && { cookie }) },
        ...(body && { body }),
      });
      for (const line of response.headers.getSetCookie()) keep(line);
      const next = response.headers.get('location');
      const text = await response.text();
      if (next === null)
        return {
          page: new JSDOM(text, { url: url.href }).window.document,
          status: response.status,
          url,
          headers: response.headers,
        };
      url = new URL(next, url);
      method = 'GET';
      body = undefined;
    }
    throw new Error('Too many redirects');
  };

  return {
    open: (url) => go(new URL(url), { method: 'GET' }),
    async press(visit, button, filled = {}) {
      const form = visit.page?.querySelector('form');
      if (!form) throw new Error(`There is no form on ${visit.page?.title ?? 'the page'}`);
      for (const [name, value] of Object.entries(filled)) {
        const field = form.querySelector<HTMLInputElement>(`input[name="${name}"]`);
        if (!field) throw new Error(`There is no field ${name}`);
        if (!field.readOnly) field.value = value;
      }
      const data = new URLSearchParams();
      for (const field of form.querySelectorAll('input')) {
        if (field.type !== 'checkbox' || field.checked) data.append(field.name, field.value);
      }
      const pressed = button === null ? null : form.querySelector(`button[value="${button}"]`);
      if (button !== null && !pressed) throw new Error(`There is no button ${button}`);
      if (button !== null) data.append('act', button);
      return go(new URL(form.getAttribute('action') ?? '', visit.url), { method: 'POST', body: data });
    },
  };
}
