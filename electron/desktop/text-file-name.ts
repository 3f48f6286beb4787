// Makes a harmless file name out of any text. Pure.

/** Names that Windows keeps for devices, with or without an ending. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu;

/** Letters, digits, spaces, dashes and underscores, at most 60, and `.txt`, a calendar's `.ics` or a certificate's `.crt`: no folder, no hidden file, no other ending. */
export function textFileName(name: string): string {
  const ending = /\.(ics|crt)$/iu.exec(name)?.[1]?.toLowerCase() ?? 'txt';
  const kept = name
    .replace(/\.(?:txt|ics|crt)$/iu, '')
    .replace(/[^\p{L}\p{M}\p{N} _-]+/gu, ' ')
    .replace(/ +/gu, ' ')
    .trim();
  const short = [...kept].slice(0, 60).join('').trim();
  return `${short === '' || devices.test(short) ? 'Postkey' : short}.${ending}`;
}
