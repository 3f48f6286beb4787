// Writes and reads the file by which a Linux desktop starts Postkey when its person logs in (Desktop Application Autostart Specification
// 0.5, Desktop Entry Specification 1.5). Pure.

/** The file's text. `command`: program and arguments, as they are; nothing of them is a field code. */
export function autostartEntry(command: readonly string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Postkey',
    `Exec=${escapedValue(command.map(execWord).join(' '))}`,
    'Icon=postkey-app',
    'Terminal=false',
    'StartupNotify=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/** Whether the desktop will start what the file names: people switch such files off in their desktop's own settings. */
export function isAutostarted(text: string): boolean {
  const values = new Map(
    text.split(/\r?\n/u).flatMap((line): [string, string][] => {
      const [, key, value] = /^([\w-]+)\s*=\s*(.*?)\s*$/u.exec(line) ?? [];
      return key === undefined || value === undefined ? [] : [[key, value]];
    }),
  );
  if (!values.has('Exec') || values.get('Hidden') === 'true') return false;
  return values.get('X-GNOME-Autostart-enabled') !== 'false';
}

/** "The Exec key": quoted as a whole, with four signs escaped inside; a percent sign would begin a field code. */
function execWord(word: string): string {
  const plain = word.replace(/%/gu, '%%');
  return /^[\w@+=:,./%-]+$/u.test(plain) ? plain : `"${plain.replace(/(["`$\\])/gu, '\\$1')}"`;
}

/** "Possible value types": a second escaping, of all values; a line break would end the value. */
function escapedValue(value: string): string {
  return value.replace(/\\/gu, '\\\\').replace(/\n/gu, '\\n').replace(/\t/gu, '\\t').replace(/\r/gu, '\\r');
}
