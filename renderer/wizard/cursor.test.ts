import { describe, expect, it } from 'vitest';
import type { StepStatus } from '../../shared/step-status.ts';
import { setupAt } from '../setup/fake-main.test-part.ts';
import { following, type Place, placeAfter, placeOpening, shownStep, stepBefore } from './cursor.ts';

const done: StepStatus = { kind: 'done', fact: { code: 'watching' }, ms: 1 };

describe('the page that is shown', () => {
  it('follows the set-up', () => {
    expect(shownStep(following, setupAt('response'))).toBe('response');
    expect(placeAfter(following, setupAt('response'), setupAt('token'))).toBe(following);
  });

  it('stays on a closed step that the person opened, whatever goes on meanwhile', () => {
    const place = placeOpening('register', setupAt('flow'));
    expect(place).toEqual({ kind: 'looking-back', step: 'register' });
    const later = placeAfter(place as Place, setupAt('flow'), setupAt('request'));
    expect(shownStep(later, setupAt('request'))).toBe('register');
  });

  it('leaves an opened step that is no longer closed', () => {
    const place: Place = { kind: 'looking-back', step: 'flow' };
    expect(placeAfter(place, setupAt('request'), setupAt('register'))).toBe(following);
  });

  it('opens no step that is not reached, and follows again when the current one is asked for', () => {
    expect(placeOpening('monitor', setupAt('flow'))).toBeUndefined();
    expect(placeOpening('flow', setupAt('flow'))).toBe(following);
  });

  it('stays on the ladders once all have passed, until the person goes on', () => {
    const place = placeAfter(following, setupAt('test'), setupAt('refresh'));
    expect(shownStep(place, setupAt('refresh'))).toBe('test');
    const later = placeAfter(place, setupAt('refresh'), setupAt('monitor', { monitor: done }));
    expect(shownStep(later, setupAt('monitor'))).toBe('test');
  });

  it('does not stay when the ladders are to be climbed again, nor in another set-up', () => {
    const place: Place = { kind: 'staying', step: 'test' };
    expect(placeAfter(place, setupAt('refresh'), setupAt('test'))).toBe(following);
    expect(placeAfter(place, setupAt('refresh'), { ...setupAt('refresh'), id: 'another' })).toBe(following);
  });

  it('shows the ladders that were climbed while the person was busy with their programs', () => {
    expect(placeAfter(following, setupAt('configure'), setupAt('refresh'))).toEqual({ kind: 'staying', step: 'test' });
    expect(placeAfter(following, setupAt('configure'), setupAt('monitor'))).toEqual({ kind: 'staying', step: 'test' });
  });

  it('does not go back to the ladders once the person has left them', () => {
    expect(placeAfter(following, setupAt('refresh'), setupAt('monitor'))).toBe(following);
  });

  it('goes back to the nearest step that was really done', () => {
    const setup = setupAt('request', { flow: { kind: 'skipped', reason: 'no-sign-in-page' } });
    expect(stepBefore('request', setup)).toBe('credentials');
    expect(stepBefore('understand', setup)).toBeUndefined();
  });
});
