import { expect, test } from 'vitest';
import { autostartEntry, isAutostarted } from './autostart-entry.ts';
import { readDesktopEntry } from './desktop-entry.ts';

test.each([
  [['/opt/Postkey/postkey', '--hidden']],
  [['/home/pat/My programs/Postkey 1.AppImage', '--hidden']],
  [['/srv/50% "off" $HOME `x` \\ tab\there/postkey', '/home/a b', '--user-data-dir=/tmp/%u', '--hidden']],
])('a desktop reads %j as it was meant', (command) => {
  const entry = readDesktopEntry(autostartEntry(command), 'en');
  // A reader takes %% for one percent sign when it starts the program.
  expect(entry?.command.map((word) => word.replace(/%%/gu, '%'))).toEqual(command);
  expect(isAutostarted(autostartEntry(command))).toBe(true);
});

test('a name that holds a line break cannot bring a line of its own', () => {
  const text = autostartEntry(['/opt/x\nHidden=true\nExec=evil', '--hidden']);
  expect(text.split('\n').filter((line) => line.startsWith('Exec='))).toHaveLength(1);
  expect(isAutostarted(text)).toBe(true);
});

test.each([
  ['switched off in a desktop’s settings', 'X-GNOME-Autostart-enabled=false'],
  ['hidden', 'Hidden=true'],
])('a file that is %s starts nothing', (_how, line) => {
  const text = autostartEntry(['/opt/postkey', '--hidden']).replace('X-GNOME-Autostart-enabled=true', line);
  expect(isAutostarted(text)).toBe(false);
});

test('a file without a command starts nothing', () => {
  expect(isAutostarted('[Desktop Entry]\nType=Application\nName=Postkey\n')).toBe(false);
});
