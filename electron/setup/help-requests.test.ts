// A pasted message is explained in the next snapshot, without its text, until it is put away.
import { expect, test } from 'vitest';
import { handlersOf } from './postkey-requests.ts';
import { startPostkey } from './small-postkey.test-part.ts';

test('the answer is in the state, and the text is not', async () => {
  const { postkey } = startPostkey();
  const handlers = handlersOf(postkey);
  expect(await handlers['help.explain']({ text: 'the moon is in the wrong place' })).toEqual({ accepted: true });
  expect(postkey.state().explained).toMatchObject({ cause: 'general-unknown', decisive: 'the moon ' });
  expect(JSON.stringify(postkey.state())).not.toContain('wrong place');
  await handlers['help.forget']({});
  expect(postkey.state()).not.toHaveProperty('explained');
});

test('nothing pasted is refused, and what was explained stays', async () => {
  const { postkey } = startPostkey();
  const handlers = handlersOf(postkey);
  await handlers['help.explain']({ text: 'one' });
  expect(await handlers['help.explain']({ text: ' \n ' })).toMatchObject({ refusal: 'message-empty', field: 'text' });
  expect(postkey.state().explained?.decisive).toBe('one');
});

test('of two at once the later one counts, and none after it was put away', async () => {
  const { postkey } = startPostkey();
  const handlers = handlersOf(postkey);
  await Promise.all([handlers['help.explain']({ text: 'one' }), handlers['help.explain']({ text: 'two' })]);
  expect(postkey.state().explained?.decisive).toBe('two');
  await Promise.all([handlers['help.explain']({ text: 'three' }), handlers['help.forget']({})]);
  expect(postkey.state().explained).toBeUndefined();
});
