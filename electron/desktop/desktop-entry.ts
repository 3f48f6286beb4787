// Reads a Linux desktop entry: what a program is called and how it is started (Desktop Entry Specification 1.5). Pure.

export interface DesktopEntry {
  readonly name: string;
  /** The command as words, field codes still in it. */
  readonly command: readonly string[];
  /** True where it offers itself for web pages and is meant to be seen. */
  readonly isBrowser: boolean;
}

/** Null: not an application that can be started. `language` chooses the name, `de-AT` before `de` before the plain one. */
export function readDesktopEntry(text: string, language: string): DesktopEntry | null {
  const keys = mainGroup(text);
  const exec = keys.get('Exec');
  const plainName = keys.get('Name');
  if (keys.get('Type') !== 'Application' || exec === undefined || plainName === undefined) return null;
  const command = commandWords(unescaped(exec));
  if (command === null || command[0] === undefined) return null;
  const [base = '', region = ''] = language.split('-');
  const name = keys.get(`Name[${base}_${region}]`) ?? keys.get(`Name[${base}]`) ?? plainName;
  const hidden = keys.get('NoDisplay') === 'true' || keys.get('Hidden') === 'true';
  const forPages = (keys.get('MimeType') ?? '').split(';').includes('x-scheme-handler/https');
  return { name: unescaped(name), command, isBrowser: forPages && !hidden };
}

/** The words to start it with: the page takes the place of `%u`, or comes last; other field codes fall away. */
export function startWords(entry: DesktopEntry, url: string): readonly string[] {
  const words = entry.command.flatMap((word) => {
    if (/^%[uUfF]$/u.test(word)) return [url];
    if (/^%[a-zA-Z]$/u.test(word)) return [];
    return [word.replace(/%%/gu, '%')];
  });
  return words.includes(url) ? words : [...words, url];
}

function mainGroup(text: string): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  let inside = false;
  for (const line of text.split(/\r?\n/u)) {
    if (line.startsWith('[')) inside = line.trim() === '[Desktop Entry]';
    const sign = line.indexOf('=');
    if (!inside || sign < 1 || line.startsWith('#')) continue;
    const key = line.slice(0, sign).trim();
    if (!keys.has(key)) keys.set(key, line.slice(sign + 1).trim());
  }
  return keys;
}

const escapes: Readonly<Record<string, string>> = { s: ' ', n: '\n', t: '\t', r: '\r', '\\': '\\' };
const unescaped = (value: string): string =>
  value.replace(/\\([sntr\\])/gu, (_all, sign: string) => escapes[sign] ?? sign);

/** Null: the quotes do not close. */
function commandWords(exec: string): readonly string[] | null {
  const words: string[] = [];
  const word = /\s*(?:"((?:[^"\\]|\\.)*)"|([^\s"]+))/uy;
  let end = 0;
  const trimmed = exec.trim();
  while (end < trimmed.length) {
    const match = word.exec(trimmed);
    if (match === null) return null;
    words.push(match[1] === undefined ? (match[2] ?? '') : match[1].replace(/\\(["`$\\])/gu, '$1'));
    end = word.lastIndex;
  }
  return words;
}
