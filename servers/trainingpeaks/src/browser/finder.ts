import type { CredentialFinder } from '@core/mcp-kit';
import { browsers } from './browsers.ts';

/**
 * Finds the login in the browsers of this machine. The cookie's name and domain are constants: the one thing that can be
 * chosen is the browser. What reads them is loaded when it is asked for.
 */
export const browserFinder: CredentialFinder = {
  flag: 'from-browser',
  title: 'a browser of this machine',
  choices: browsers.map(({ id }) => id),
  find: async function* (choice, machine) {
    const { searchBrowsers } = await import('./search.ts');
    yield* searchBrowsers(choice, machine);
  },
};
