import { describe, expect, it } from 'vitest';
import { Secret } from '../setup/secret.ts';
import { makeBridgePassword, programOf } from './bridge-password.ts';
import { englishWords } from './english-words.ts';
import { onWire } from './wire-words.ts';
import { slowWrongLogins } from './wrong-logins.ts';

describe('a made-up password', () => {
  it('is easy to type, never the same, and of more than a hundred bits', () => {
    const made = Array.from({ length: 200 }, () => makeBridgePassword('mutt', 5).password.open());
    for (const password of made) expect(password).toMatch(/^(?:[a-hj-km-np-tv-z2-9]{4}-){5}[a-hj-km-np-tv-z2-9]{4}$/u);
    expect(new Set(made).size).toBe(made.length);
    expect(24 * Math.log2(new Set(made.join('').replaceAll('-', '')).size)).toBeGreaterThan(100);
  });

  it('is kept as a salted hash that says nothing of it, and is its own program’s alone', () => {
    const [one, two] = [makeBridgePassword('mutt', 5), makeBridgePassword('other', 6)];
    expect(JSON.stringify(one)).not.toContain(one.password.open());
    expect(one.kept).toMatchObject({ program: 'mutt', madeAt: 5 });
    const programs = [one.kept, two.kept];
    expect(programOf(programs, two.password)?.id).toBe(two.kept.id);
    expect(programOf([one.kept], two.password)).toBeNull();
    for (const wrong of ['', 'x', one.password.open().slice(1), `${one.password.open()}a`, one.kept.hash]) {
      expect(programOf(programs, new Secret(wrong))).toBeNull();
    }
    expect(programOf([{ ...one.kept, hash: '' }], new Secret(''))).toBeNull();
  });
});

describe('wrong logins', () => {
  it('wait longer each time up to a limit, and are forgotten with a right one', async () => {
    const waits: number[] = [];
    const clock = {
      now: () => 1_000_000,
      after: (ms: number, call: () => void) => {
        waits.push(ms);
        queueMicrotask(call);
        return () => undefined;
      },
    };
    const wrong = slowWrongLogins(clock, 5);
    for (let time = 0; time < 7; time += 1) await wrong.slowDown();
    wrong.forget();
    await wrong.slowDown();
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000, 500]);
  });

  it('send the one that waits longest away when too many wait', async () => {
    const wrong = slowWrongLogins({ now: () => 0, after: () => () => undefined }, 2);
    let first = 'waits';
    const begun = wrong.slowDown().then(() => {
      first = 'gone';
    });
    void wrong.slowDown();
    void wrong.slowDown();
    await begun;
    expect(first).toBe('gone');
  });
});

describe('words on the wire', () => {
  it('are ASCII, one line, and English where a language has other letters', () => {
    expect(onWire('Öffne Postkey – jetzt “gleich”…', 'x')).toBe('Offne Postkey - jetzt "gleich"...');
    expect(onWire('افتح Postkey', 'Open Postkey')).toBe('Open Postkey');
    expect(onWire('a\r\n* BYE', 'x')).toBe('a * BYE');
    expect(onWire('y'.repeat(900), 'x')).toHaveLength(300);
    expect(englishWords('later', { code: '10-DNS' })).toContain('Code 10-DNS');
  });
});
