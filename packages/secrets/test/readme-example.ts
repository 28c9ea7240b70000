import { createCredentialStore, createRedactor, directoriesFor, Secret } from '@core/secrets';

export async function example(env: Record<string, string | undefined>, home: string): Promise<string> {
  const redactor = createRedactor({ allow: ['preview_token'], home });
  const credentials = createCredentialStore({
    app: 'intervals-mcp',
    env,
    directories: directoriesFor('intervals-mcp', process.platform, env, home),
    redactor,
  });

  await credentials.store('ICU_API_KEY', new Secret('1a2b3c4d5e'), { to: 'file' });
  const found = await credentials.lookup('ICU_API_KEY');
  if (found === undefined) return 'Set ICU_API_KEY, or run: intervals-mcp auth login';

  const header = `Basic ${Buffer.from(`API_KEY:${found.secret.reveal()}`).toString('base64')}`;
  return redactor.redactText(`${found.source.where}: ${found.secret}, sent as ${header}`);
}
