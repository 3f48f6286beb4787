// What is made names nobody, is read again as it was, and every text of it was shown.
import { expect, test } from 'vitest';
import { clientId, parts, pat, subject } from './case-samples.test-part.ts';
import { buildCaseFile } from './support/case-file/build-case-file.ts';
import { readCaseFile } from './support/case-file/read-case-file.ts';

const wish = { withLog: true, keepOrganisation: false, leaveOut: [] };
const standIn = parts.names.nameOf;
const mailbox = standIn('mailbox', pat);

test('nobody and nothing of the organisation is named, in the page as in the text', () => {
  const { written, finding, hasOrganisation, name } = buildCaseFile(subject, wish, parts);
  expect(finding).toBeNull();
  expect(hasOrganisation).toBe(true);
  for (const text of [written?.html ?? '', written?.text ?? '']) {
    expect(text).not.toMatch(/moreno|harbour|sam@|GQVQ|f00dcafe|\S@\S/iu);
    expect(text).toContain(mailbox);
    expect(text).toContain('10-SMTP-OFF');
    expect(text).toContain(clientId);
    expect(text).toContain('535 5.7.139 Authentication unsuccessful');
    expect(text).toContain(`smtp.${standIn('domain', 'harbour.example')}`);
  }
  expect(name).toBe(`Postkey case 10-SMTP-OFF ${mailbox}`);
});

test('read again, it is the same', () => {
  const { doc, written } = buildCaseFile(subject, wish, parts);
  expect(readCaseFile(written?.html ?? '')).toEqual(doc);
  expect(readCaseFile(JSON.stringify(doc))).toEqual(doc);
  expect(doc.accounts[0]?.history).toHaveLength(2);
  expect(doc.setup?.ladders[0]?.rungs.login).toEqual({ kind: 'broken', ms: 204 });
});

test('no word is missing, and every text of the data stands in a line', () => {
  const { doc, groups } = buildCaseFile(subject, wish, parts);
  const shown = groups.flatMap(({ title, lines }) => [
    title,
    ...lines.flatMap(({ label, value }) => [label ?? '', value]),
  ]);
  const unsaid = shown.filter((text) => /^[a-zA-Z]+(?:\.[\w-]+)+$|\{\{|\bundefined\b|\[object/u.test(text));
  expect(unsaid).toEqual(['login.microsoftonline.com']);
  const all = shown.join('\n');
  const free: string[] = [];
  const gather = (value: unknown): void => {
    // Codes are said in words.
    if (typeof value === 'string' && !/^[a-z-]+$|^clientId$|^grantedScopes$/u.test(value)) free.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(gather);
  };
  gather(doc);
  expect(free.length).toBeGreaterThan(40);
  expect(free.filter((text) => !all.includes(text))).toEqual([]);
});

test('the organisation’s names stay where the person says so, nobody’s address does', () => {
  const { written, finding } = buildCaseFile(subject, { withLog: false, keepOrganisation: true, leaveOut: [] }, parts);
  expect(finding).toBeNull();
  expect(written?.text).toContain('smtp.harbour.example');
  expect(written?.text).toContain('Harbour Schools');
  expect(written?.text).not.toMatch(/moreno|\S@\S/iu);
  expect(written?.text).not.toContain('mailbox-0123456789');
});

test('a public provider’s domain stays, and nothing is asked about it', () => {
  const { setup } = subject;
  const mine = {
    ...subject,
    setup: setup && { ...setup, address: 'pat.moreno@gmail.com', ladders: [], details: {} },
    accounts: [],
  };
  const only = {
    ...mine,
    setup: mine.setup && {
      id: 's',
      purpose: mine.setup.purpose,
      practice: false,
      steps: {
        ...mine.setup.steps,
        register: { kind: 'waiting' as const },
        token: { kind: 'waiting' as const },
        test: { kind: 'waiting' as const },
      },
      current: mine.setup.current,
      address: 'pat.moreno@gmail.com',
      wanted: [],
      scopes: [],
      ladders: [],
      details: {},
    },
  };
  const { doc, hasOrganisation } = buildCaseFile(only, wish, { ...parts, organisations: [] });
  expect(doc.setup?.domain).toBe('gmail.com');
  expect(hasOrganisation).toBe(false);
});

test('the page runs nothing, fetches nothing, and looks right without the app', () => {
  const html = buildCaseFile(subject, wish, parts).written?.html ?? '';
  expect(html).toMatch(/default-src 'none'; style-src 'sha256-[\w+/=]{44}'/u);
  expect(html.match(/<script/gu)).toHaveLength(1);
  expect(html).not.toMatch(/<(?:img|link|iframe|a|object|form|svg)\b|style="|url\(|@import|\son\w+=/iu);
  expect(html.length).toBeLessThan(40_000);
});
