import type { Connection, ConnectOptions } from '@core/mcp-kit';
import type { IgpsportPort } from '../client/index.ts';
import type { Settings } from '../config.ts';
import { translator } from '../language/translate.ts';
import type { Port } from '../port.ts';
import { MEMORY } from '../store/open-database.ts';
import { placeOf } from '../store/place.ts';
import { createRideStore } from '../store/ride-store.ts';
import { createRideReader } from './ride-reader.ts';

/** Bytes that a store without a file may take of memory. */
const MEMORY_LIMIT = 64 * 1024 * 1024;

/** A connection whose tools also read rides through the local store. Against an emulator it stays in memory unless told a folder. */
export function withRides(connection: Connection<IgpsportPort>, options: ConnectOptions<Settings>): Connection<Port> {
  const { settings, fetch, log, now } = options;
  const place = fetch !== undefined && settings.cacheDir === undefined ? MEMORY : placeOf(settings.cacheDir);
  const translate = translator(settings.lang);
  const store = createRideStore({ place, log, now, ...(place === MEMORY && { limitBytes: MEMORY_LIMIT }) });
  return {
    ...connection,
    ...(translate !== undefined && { translate }),
    port: (scope) => {
      const port = connection.port(scope);
      return { ...port, rides: createRideReader(port, store) };
    },
  };
}
