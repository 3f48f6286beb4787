// Reads a case file that somebody sent: the data inside its page, or the bare data. Whatever else stands in the file is never looked at.
// Pure; never throws.
import { type CaseFile, mostCharactersOfCase } from '../../../shared/case-file.ts';
import { readCaseData } from '../../../shared/case-file-schema.ts';

export const dataBegins = '<script type="application/json" id="postkey-case">';
const dataEnds = '</script>';

export type CaseRefusal = 'case-too-large' | 'case-none' | 'case-damaged' | 'case-newer';

export function readCaseFile(text: string): CaseFile | CaseRefusal {
  if (text.length > mostCharactersOfCase) return 'case-too-large';
  const data = dataIn(text);
  if (data === null) return 'case-none';
  try {
    return readCaseData(JSON.parse(data));
  } catch {
    return 'case-damaged';
  }
}

function dataIn(text: string): string | null {
  if (text.trimStart().startsWith('{')) return text;
  const begin = text.indexOf(dataBegins);
  if (begin < 0) return null;
  const end = text.indexOf(dataEnds, begin);
  return end < 0 ? '' : text.slice(begin + dataBegins.length, end);
}
