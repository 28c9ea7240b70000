import { describe, expect, it } from 'vitest';
import { notebookProvider, someNotes } from '../../test/notebook/notebook.ts';
import { defaultSelection, type SelectionOptions, select } from './select.ts';

const notebook = notebookProvider(someNotes());
const names = (options: Partial<SelectionOptions> = {}) =>
  select(notebook, { ...defaultSelection, ...options }).map(({ name }) => name);

describe('select', () => {
  it('lists the default toolsets, without deletes', () => {
    expect(names()).toEqual(['nb_list_notes', 'nb_create_note']);
  });

  it('lists everything but deletes for "all"', () => {
    expect(names({ toolsets: ['all'] })).not.toContain('nb_delete_note');
    expect(names({ toolsets: ['all'], allowDelete: 'future' })).toContain('nb_delete_note');
  });

  it('leaves a toolset of another audience out of "all", until it is named', () => {
    const apart = (toolsets: string[]) =>
      select({ ...notebook, apartToolsets: ['faults'] }, { ...defaultSelection, toolsets }).map(({ name }) => name);
    expect(apart(['all'])).not.toContain('nb_too_much');
    expect(apart(['all', 'faults'])).toEqual(names({ toolsets: ['all'] }));
    expect(apart(['faults'])).toContain('nb_too_much');
  });

  it('takes "core" for the default toolsets and adds others to it', () => {
    expect(names({ toolsets: ['core', 'faults'] })).toEqual([
      'nb_list_notes',
      'nb_create_note',
      'nb_break_down',
      'nb_too_much',
    ]);
  });

  it('keeps only reads with --read-only, even when a write is named', () => {
    expect(names({ readOnly: true, include: ['nb_create_note'] })).toEqual(['nb_list_notes']);
  });

  it('adds and removes single tools', () => {
    expect(names({ include: ['nb_too_much'], exclude: ['nb_list_notes'] })).toEqual(['nb_create_note', 'nb_too_much']);
  });

  it('does not register a delete that is named while deletes are not allowed', () => {
    expect(names({ include: ['nb_delete_note'] })).not.toContain('nb_delete_note');
  });

  it.each([
    [{ toolsets: ['note'] }, 'Unknown toolset "note". Did you mean notes?'],
    [{ include: ['nb_lst_notes'] }, 'Unknown tool "nb_lst_notes". Did you mean nb_list_notes?'],
    [{ exclude: ['zzz'] }, 'Unknown tool "zzz". Known: '],
  ])('stops on a name that does not exist: %j', (options, message) => {
    expect(() => names(options)).toThrow(message);
  });
});
