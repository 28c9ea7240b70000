import { defineConfig } from 'tsup';
import { libraryBuild } from '../../tsup.shared.ts';

const rooms = ['intervals', 'load', 'trainingpeaks', 'igpsport', 'fit', 'zwo', 'erg', 'ics'];

export default defineConfig(
  libraryBuild(
    { index: 'src/index.ts', ...Object.fromEntries(rooms.map((room) => [room, `src/${room}/index.ts`])) },
    { noExternal: [/^zod/] },
  ),
);
