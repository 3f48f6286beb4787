// Every page: whole, accessible, escaped, and allowed to load nothing.
/// <reference path="../jsdom-in-tests.d.ts" />
import axe from 'axe-core';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { mailScopes, otherScopes } from '../mail-scopes.ts';
import { mainPerson } from '../practice-people.ts';
import { english } from '../practice-words.test-part.ts';
import { consentPage } from './consent-page.ts';
import { devicePage } from './device-page.ts';
import { closeTabPage, lastPage } from './last-page.ts';
import { framePage, type Page, type PageWords } from './page-frame.ts';
import { signInPage } from './sign-in-page.ts';

const hostile = `"><script>alert('&')</script>`;
const signInFacts = {
  action: '/sign-in/x',
  address: hostile,
  addressFixed: false,
  wrong: 'address',
  playing: 'refused',
} as const;
const scopes = [...otherScopes, ...Object.values(mailScopes)];

const pages: Readonly<Record<string, (say: PageWords) => Page>> = {
  'sign in': (say) => signInPage(say, signInFacts),
  'sign in, password missing': (say) => signInPage(say, { ...signInFacts, wrong: 'password', playing: null }),
  'sign in as another': (say) =>
    signInPage(say, { ...signInFacts, wrong: null, addressFixed: true, playing: 'wrong-person' }),
  consent: (say) =>
    consentPage(say, { action: '/sign-in/x', person: { ...mainPerson, name: hostile }, scopes, playing: null }),
  'consent with boxes': (say) =>
    consentPage(say, { action: '/sign-in/x', person: mainPerson, scopes, playing: 'scope-unticked' }),
  code: (say) => devicePage(say, { action: '/device', xsrf: 'x', code: '', wrong: false }),
  'code to compare': (say) => devicePage(say, { action: '/device', xsrf: 'x', code: 'BCDF-GHJK', wrong: false }),
  'wrong code': (say) => devicePage(say, { action: '/device', xsrf: 'x', code: hostile, wrong: true }),
  'closed tab': closeTabPage,
  done: (say) => lastPage(say, 'deviceDone'),
  stuck: (say) => lastPage(say, 'stuck', hostile),
};

const axeWindow = new JSDOM('', { runScripts: 'outside-only', pretendToBeVisual: true }).window;
axeWindow.eval(axe.source);

async function axeFindings(html: string): Promise<readonly string[]> {
  axeWindow.document.open();
  axeWindow.document.write(html);
  axeWindow.document.close();
  // Colours need a real browser; the journeys look at those.
  const options = JSON.stringify({ rules: { 'color-contrast': { enabled: false } } });
  const found = (await axeWindow.eval(`axe.run(document, ${options})`)) as {
    violations: readonly { id: string }[];
    passes: readonly unknown[];
  };
  expect(found.passes.length).toBeGreaterThan(10);
  return found.violations.map(({ id }) => id);
}

for (const [name, page] of Object.entries(pages)) {
  test(`${name}: axe finds nothing, typed text stays text, nothing may be loaded`, async () => {
    const answer = framePage({ ...english, direction: () => 'rtl', language: () => 'ar' }, page(english));
    expect(await axeFindings(answer.html)).toEqual([]);
    const { document } = new JSDOM(answer.html).window;
    expect(document.querySelector('script')).toBeNull();
    expect(document.documentElement.dir).toBe('rtl');
    expect(document.documentElement.lang).toBe('ar');
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    expect(document.querySelector('.band')?.textContent).toBe('Practice. Nothing leaves this computer.');
    expect(document.querySelectorAll('button.main').length).toBeLessThan(2);
    const policy = answer.headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain(`'nonce-${document.querySelector('style')?.getAttribute('nonce')}'`);
    expect(answer.html).not.toMatch(/https?:\/\//u);
  });
}

test('each answer has a nonce of its own, and a form may lead to the app that asked and nowhere else', () => {
  const page = { ...closeTabPage(english), formLeadsTo: 'http://127.0.0.1:8123' };
  const [one, two] = [framePage(english, page), framePage(english, page)];
  expect(one.headers['content-security-policy']).not.toBe(two.headers['content-security-policy']);
  expect(one.headers['content-security-policy']).toContain("form-action 'self' http://127.0.0.1:8123;");
});

test('unticks sending, or the last mail permission that is asked for', () => {
  const boxes = (asked: readonly string[]) =>
    [
      ...new JSDOM(
        consentPage(english, { action: '/', person: mainPerson, scopes: asked, playing: 'scope-unticked' }).body.text,
      ).window.document.querySelectorAll<HTMLInputElement>('input'),
    ].map((box) => `${box.value} ${box.checked}`);
  expect(boxes(['openid', 'mail.smtp', 'mail.imap'])).toEqual(['mail.imap true', 'mail.smtp false']);
  expect(boxes(['openid', 'mail.imap', 'mail.pop'])).toEqual(['mail.imap true', 'mail.pop false']);
});
