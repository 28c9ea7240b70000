import { expect, it } from 'vitest';
import { noted, skippedNote } from './notes.ts';

it('an answer has notes only when there is something to say', () => {
  expect(noted()).toEqual({});
  expect(noted(...skippedNote(0, 'rides'))).toEqual({});
  expect(noted('One.', ...skippedNote(2, 'rides'))).toEqual({
    notes: ['One.', '2 rides could not be read and are missing.'],
  });
});
