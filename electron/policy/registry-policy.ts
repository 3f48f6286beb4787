// Reads what `reg.exe query KEY /s` prints of Postkey's policy branch into one policy. Pure. Types and layout are the same in every
// language of Windows: https://learn.microsoft.com/windows-server/administration/windows-commands/reg-query

/** As Group Policy writes lists: a key of its own, with values named 1, 2, 3. */
const listKeys = new Set(['allowedProviders', 'services', 'languages']);
const jsonKeys = new Set(['preset', 'updates']);
const booleanKeys = new Set(['startAtLogin']);

interface Line {
  readonly name: string;
  readonly type: string;
  readonly data: string;
}

function readLine(line: string): Line | null {
  const [, name = '', type = '', data = ''] = /^ {4}(.+?) {4}(REG_[A-Z_]+)(?: {4}(.*))?$/u.exec(line) ?? [];
  return type === '' ? null : { name, type, data };
}

function valueIn({ name, type, data }: Line): unknown {
  if (type === 'REG_DWORD' || type === 'REG_QWORD') {
    const number = Number(data);
    return booleanKeys.has(name) && (number === 0 || number === 1) ? number === 1 : number;
  }
  if (type === 'REG_MULTI_SZ') return data.split('\\0').filter((part) => part !== '');
  if (type !== 'REG_SZ' && type !== 'REG_EXPAND_SZ') return { type };
  return jsonKeys.has(name) && data.startsWith('{') ? parsed(data) : data;
}

/** What is no JSON stays a text, which no schema takes. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return { notJson: true };
  }
}

/** `key`: the whole name as reg.exe writes it. Without `postkeyPolicy` it is version 1. Null: the key is not in it. */
export function registryPolicy(text: string, key: string): Readonly<Record<string, unknown>> | null {
  const policy: Record<string, unknown> = {};
  const lists = new Map<string, { readonly at: number; readonly value: unknown }[]>();
  let isThere = false;
  let list: string | null | undefined;
  for (const line of text.split(/\r?\n/u)) {
    if (/^HKEY_/u.test(line)) {
      const isOurs = line.toLowerCase() === key.toLowerCase();
      const below = line.toLowerCase().startsWith(`${key.toLowerCase()}\\`) ? line.slice(key.length + 1) : undefined;
      isThere ||= isOurs || below !== undefined;
      list = isOurs ? null : below;
      if (below !== undefined) lists.set(below, []);
      continue;
    }
    const value = readLine(line);
    if (!value || list === undefined) continue;
    if (list === null) policy[value.name] = valueIn(value);
    else lists.get(list)?.push({ at: Number(value.name), value: valueIn(value) });
  }
  for (const [name, values] of lists) {
    const isList = listKeys.has(name);
    policy[name] = isList ? values.sort((one, other) => one.at - other.at).map(({ value }) => value) : { key: true };
  }
  return isThere ? { postkeyPolicy: 1, ...policy } : null;
}
