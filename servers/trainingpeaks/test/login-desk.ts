import type { LoginDesk } from '@core/mcp-kit';

/** A machine on which a browser is signed in as the emulator's account; what was kept is counted. */
export function testDesk(account: { readonly id: string; readonly name: string }) {
  const kept: string[] = [];
  const desk: LoginDesk = {
    where: async () => 'Test Keychain',
    find: async () => ({
      where: 'Firefox, profile default',
      check: { athleteId: account.id, athleteName: account.name, facts: [] },
      keep: async () => {
        kept.push(account.id);
        return ['Login cookie stored in Test Keychain'];
      },
    }),
  };
  return { desk, kept };
}
