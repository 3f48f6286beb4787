// Every program is offered once, those of this computer first, and found by any of its names.
import { expect, it } from 'vitest';
import { mailPrograms } from '../../shared/mail-program.ts';
import { findPrograms, programGroups } from './program-groups.ts';

const namesOf = (program: string) =>
  ({ 'thunderbird-android': 'Thunderbird for Android, K-9 Mail', thunderbird: 'Thunderbird' })[program] ?? program;

it.each(['windows', 'mac', 'linux'] as const)('offers every program once on %s', (system) => {
  const offered = programGroups(system).flatMap(({ programs }) => programs);
  expect([...offered, 'other'].sort()).toEqual([...mailPrograms].sort());
});

it('begins with what runs on this computer', () => {
  const first = (system: 'windows' | 'mac' | 'linux') => programGroups(system)[0]?.programs ?? [];
  expect(first('windows')[0]).toBe('outlook');
  expect(first('mac')[0]).toBe('apple-mail');
  expect(first('linux')).not.toContain('apple-mail');
  expect(first('mac')).not.toContain('evolution');
});

it('finds a program by any part of its names, whatever the case and the hyphens', () => {
  const groups = programGroups('linux');
  expect(findPrograms('k9', groups, namesOf)).toEqual(['thunderbird-android']);
  expect(findPrograms('android THUNDER', groups, namesOf)).toEqual(['thunderbird-android']);
  expect(findPrograms('thunder', groups, namesOf)).toEqual(['thunderbird', 'thunderbird-android']);
  expect(findPrograms('eudora', groups, namesOf)).toEqual([]);
});
