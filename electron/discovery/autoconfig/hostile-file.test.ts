// Files that want to do harm, or are none.
import { describe, expect, test } from 'vitest';
import { autoconfigXml, harbourServers, type SampleServer } from '../sample-files.test-part.ts';
import { readAutoconfig } from './read-autoconfig.ts';

const read = (text: string) => readAutoconfig(text, 'harbour.example');
const [imap] = harbourServers as readonly [SampleServer];

describe('a hostile file', () => {
  const doctype = (inside: string): string =>
    autoconfigXml().replace('?>\n', `?>\n<!DOCTYPE clientConfig [${inside}]>\n`);
  const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');

  test('expands nothing', () => {
    const bomb = doctype(`<!ENTITY l0 "ha">${laughs}`).replace('Harbour Mail', '&l9;');
    const answer = read(bomb);
    expect(answer.ok ? answer.config.name : 'refused').toMatch(/^(?:&l9;|refused)$/u);
    const swapped = read(doctype('<!ENTITY host "evil.example">').replace('imap.harbour.example', '&host;'));
    expect(swapped.ok ? swapped.config.servers.imap : undefined).toBeUndefined();
  });

  test('brings no other file in', () => {
    const outside = doctype('<!ENTITY x SYSTEM "file:///etc/hostname">').replace('Harbour Mail', '&x;');
    const answer = read(outside);
    expect(answer.ok ? answer.config.name : '').toMatch(/^(?:&x;)?$/u);
  });

  test.each([
    ['cut off', autoconfigXml().slice(0, 500), 'broken-xml'],
    ['nothing', '', 'not-xml'],
    ['JSON', '{"imap":{}}', 'not-xml'],
    ['other XML', '<?xml version="1.0"?><rss><channel/></rss>', 'not-xml'],
    ['a file without a provider', '<clientConfig version="1.1"></clientConfig>', 'no-use'],
    ['nested without end', '<clientConfig>'.repeat(5_000), 'broken-xml'],
    ['nested and ended', '<a>'.repeat(5_000) + '</a>'.repeat(5_000), 'broken-xml'],
    ['a name of JavaScript’s', '<clientConfig><__proto__><x/></__proto__></clientConfig>', 'broken-xml'],
    ['binary', '\u0000\u0001\u0002', 'not-xml'],
  ])('%s', (_what, text, fault) => expect(read(text)).toEqual({ ok: false, fault }));

  test('a byte order mark and a server without its elements do no harm', () => {
    const bare = autoconfigXml().replace(
      '</emailProvider>',
      '<incomingServer type="imap"/><incomingServer/></emailProvider>',
    );
    expect(read(`\uFEFF${bare}`)).toMatchObject({ ok: true });
  });

  test('the largest that is read takes no time worth mentioning', () => {
    const many = autoconfigXml(Array.from({ length: 700 }, () => ({ ...imap, socket: 'plain' })));
    expect(many.length).toBeGreaterThan(150_000);
    expect(read(many)).toEqual({ ok: false, fault: 'no-use' });
    expect(read(`<clientConfig ${'a="b" '.repeat(40_000)}/>`).ok).toBe(false);
    expect(read(`<${'a'.repeat(250_000)}`)).toEqual({ ok: false, fault: 'broken-xml' });
  });
});
