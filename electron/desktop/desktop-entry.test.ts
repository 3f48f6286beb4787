import { expect, test } from 'vitest';
import { readDesktopEntry, startWords } from './desktop-entry.ts';

const page = 'https://id.example/authorize?a=1&b=%20$(reboot)';
const firefox = `# comment
[Desktop Entry]
Version=1.0
Name=Firefox ESR
Name[de]=Firefox mit Langzeitpflege
Name[de_AT]=Feuerfuchs
Exec=/usr/lib/firefox-esr/firefox-esr %u
Terminal=false
Type=Application
MimeType=text/html;x-scheme-handler/http;x-scheme-handler/https;
Actions=new-private-window;

[Desktop Action new-private-window]
Name=Open a New Private Window
Exec=/usr/lib/firefox-esr/firefox-esr --private-window %u
`;
const read = (text: string, language = 'en') => readDesktopEntry(text, language);
const withLine = (line: string): string => firefox.replace('Terminal=false', line);

test('a browser is known by its name in the language in use and by how it is started', () => {
  expect(read(firefox)).toEqual({
    name: 'Firefox ESR',
    command: ['/usr/lib/firefox-esr/firefox-esr', '%u'],
    isBrowser: true,
  });
  expect(read(firefox, 'de-CH')?.name).toBe('Firefox mit Langzeitpflege');
  expect(read(firefox, 'de-AT')?.name).toBe('Feuerfuchs');
  expect(read(firefox.replaceAll('\n', '\r\n'))?.command).toHaveLength(2);
});

test.each([
  ['meant to stay out of sight', withLine('NoDisplay=true')],
  ['hidden', withLine('Hidden=true')],
  ['not for secure pages', firefox.replace('x-scheme-handler/https', 'x-scheme-handler/mailto')],
])('a program %s is no browser to offer', (_what, text) => {
  expect(read(text)?.isBrowser).toBe(false);
});

test.each([
  ['nothing', ''],
  ['a link', firefox.replace('Type=Application', 'Type=Link')],
  ['no command', firefox.replace(/^Exec=.*$/mu, '')],
  ['an empty command', firefox.replace(/^Exec=.*$/mu, 'Exec=')],
  ['a quote that does not close', firefox.replace(/^Exec=.*$/mu, 'Exec="/opt/fire fox %u')],
])('%s is no program', (_what, text) => {
  expect(read(text)).toBeNull();
});

test.each([
  ['firefox %u', ['firefox', page]],
  ['firefox', ['firefox', page]],
  ['"/opt/My Browser/run" --new-window %U --name %c %i', ['/opt/My Browser/run', '--new-window', page, '--name']],
  [
    'flatpak run --command=chrome com.example.Chrome @@u %U @@',
    ['flatpak', 'run', '--command=chrome', 'com.example.Chrome', '@@u', page, '@@'],
  ],
  ['sh -c "echo \\\\"x\\\\"" %u', ['sh', '-c', 'echo "x"', page]],
  ['browser --share=100%% %u', ['browser', '--share=100%', page]],
])('%s is started by words, the page being one of them', (exec, words) => {
  const entry = read(firefox.replace(/^Exec=.*$/mu, () => `Exec=${exec}`));
  if (entry === null) throw new Error('not read');
  expect(startWords(entry, page)).toEqual(words);
});
