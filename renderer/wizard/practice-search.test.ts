import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { playableFailures } from '../../shared/practice-failures.ts';
import { startWords } from '../setup/words.ts';
import { failureName, findFailures } from './practice-search.ts';

beforeAll(() => startWords('en'));

const idsFor = (query: string): readonly string[] =>
  findFailures(i18next.t, playableFailures, query).map(({ id }) => id);

describe('searching for a failure', () => {
  it.each(['10-SMTP-OFF', '10 smtp off', 'SMTP-OFF', 'smtp off'])('takes the code as %s', (query) => {
    expect(idsFor(query)).toEqual(expect.arrayContaining(['smtp-off', 'smtp-off-for-all']));
    expect(idsFor(query).length).toBeLessThan(6);
  });

  it('takes words of what is said, in any order', () => {
    expect(idsFor('certificate OUT run')).toContain('certificate-expired');
    expect(idsFor('the tab')).toContain('closed-tab');
  });

  it('finds nothing for what nobody says, and all for nothing', () => {
    expect(idsFor('quodlibet')).toEqual([]);
    expect(idsFor('  ')).toHaveLength(playableFailures.length);
  });

  it('never sees two that look alike at one step', () => {
    const seen = playableFailures.map((failure) => `${failureName(i18next.t, failure)} ${failure.stamp}`);
    expect(seen.filter((each, at) => seen.indexOf(each) !== at)).toEqual([]);
  });
});
