// Which kind of computer the window stands on, as far as words and the order of a list depend on it. Nothing is allowed or refused by it.

export type ThisSystem = 'windows' | 'mac' | 'linux';

export function thisSystem(): ThisSystem {
  if (/\bWindows\b/u.test(navigator.userAgent)) return 'windows';
  return /\bMac OS X\b/u.test(navigator.userAgent) ? 'mac' : 'linux';
}
