import { endpoint, path } from '@core/mcp-kit/http';
import { rows } from '../wire/blocks.ts';
import { wireFolder, wireSharedWith, wireWorkout } from '../wire/library.ts';

type Body = Readonly<Record<string, unknown>>;
interface OfFolder {
  readonly athlete: string;
  readonly folder: string;
}
interface OfWorkout {
  readonly athlete: string;
  readonly workout: string;
}

export const listFolders = endpoint<{ athlete: string }>()({
  method: 'GET',
  path: ({ athlete }) => path`athlete/${athlete}/folders`,
  response: rows(wireFolder),
  cacheSeconds: 60,
  anewForWrites: true,
});

/** `copy_folder_id` in the body copies another folder's workouts; a parent is ignored, folders are flat. */
export const createFolder = endpoint<{ athlete: string; body: Body }>()({
  method: 'POST',
  path: ({ athlete }) => path`athlete/${athlete}/folders`,
  body: ({ body }) => body,
  response: wireFolder,
});

export const updateFolder = endpoint<OfFolder & { patch: Body }>()({
  method: 'PUT',
  path: ({ athlete, folder }) => path`athlete/${athlete}/folders/${folder}`,
  body: ({ patch }) => patch,
  response: wireFolder,
});

/** The workouts in it go too. */
export const deleteFolder = endpoint<OfFolder>()({
  method: 'DELETE',
  path: ({ athlete, folder }) => path`athlete/${athlete}/folders/${folder}`,
  response: 'none',
});

export const sharedWith = endpoint<OfFolder>()({
  method: 'GET',
  path: ({ athlete, folder }) => path`athlete/${athlete}/folders/${folder}/shared-with`,
  response: rows(wireSharedWith),
  cacheSeconds: 60,
  anewForWrites: true,
});

/** The whole list: who is not in it loses the folder. */
export const share = endpoint<OfFolder & { people: readonly { id: string; canEdit: boolean }[] }>()({
  method: 'PUT',
  path: ({ athlete, folder }) => path`athlete/${athlete}/folders/${folder}/shared-with`,
  body: ({ people }) => people,
  response: rows(wireSharedWith),
});

/** Every workout of every folder; there is no list of one folder (405). */
export const listWorkouts = endpoint<{ athlete: string }>()({
  method: 'GET',
  path: ({ athlete }) => path`athlete/${athlete}/workouts`,
  response: rows(wireWorkout),
  cacheSeconds: 60,
  anewForWrites: true,
});

export const getWorkout = endpoint<OfWorkout>()({
  method: 'GET',
  path: ({ athlete, workout }) => path`athlete/${athlete}/workouts/${workout}`,
  response: wireWorkout,
  cacheSeconds: 30,
  anewForWrites: true,
});

export const createWorkout = endpoint<{ athlete: string; body: Body }>()({
  method: 'POST',
  path: ({ athlete }) => path`athlete/${athlete}/workouts`,
  body: ({ body }) => body,
  response: wireWorkout,
});

export const updateWorkout = endpoint<OfWorkout & { patch: Body }>()({
  method: 'PUT',
  path: ({ athlete, workout }) => path`athlete/${athlete}/workouts/${workout}`,
  body: ({ patch }) => patch,
  response: wireWorkout,
});

/** One workout: `others` is never sent, because it also removes what was added together with this one. */
export const deleteWorkout = endpoint<OfWorkout>()({
  method: 'DELETE',
  path: ({ athlete, workout }) => path`athlete/${athlete}/workouts/${workout}`,
  response: 'none',
});

/** A workout out of a zwo, mrc, erg or fit file. */
export const importWorkout = endpoint<OfFolder & { sport: string; filename: string; bytes: Uint8Array<ArrayBuffer> }>()(
  {
    method: 'POST',
    path: ({ athlete, folder }) => path`athlete/${athlete}/folders/${folder}/import-workout`,
    query: ({ sport }) => ({ type: sport }),
    body: ({ filename, bytes }) => {
      const form = new FormData();
      form.set('file', new Blob([bytes]), filename);
      return form;
    },
    response: wireWorkout,
  },
);
