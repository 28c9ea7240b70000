import { SecretsError } from '../secrets-error.ts';

/** What a credential command printed. */
export interface HelperOutput {
  value: string;
  expiresAt?: Date;
}

/**
 * Reads the output of a credential command: the credential as plain text (blanks around it dropped), or, in the manner of AWS
 * `credential_process`, JSON: `{"Version": 1, "SecretKey": "…", "Expiration": "2026-12-01T00:00:00Z"}`; `Expiration` may be left out.
 * JSON with neither `Version` nor `SecretKey` is taken as the credential itself.
 * @throws SecretsError `command_failed` for another version or missing fields, `expired` when the time is over.
 */
export function parseHelperOutput(output: string, variableName: string, now: Date): HelperOutput {
  const text = output.trim();
  const fields = jsonObject(text);
  if (fields === undefined || !('Version' in fields || 'SecretKey' in fields)) return { value: text };
  if (fields.Version !== 1) throw wrong(variableName, 'has no "Version": 1');
  if (typeof fields.SecretKey !== 'string' || fields.SecretKey === '') throw wrong(variableName, 'has no "SecretKey"');
  if (fields.Expiration === undefined || fields.Expiration === null) return { value: fields.SecretKey };
  const expiresAt = new Date(typeof fields.Expiration === 'string' ? fields.Expiration : Number.NaN);
  if (Number.isNaN(expiresAt.getTime())) throw wrong(variableName, 'has an "Expiration" that is not an ISO time');
  if (expiresAt <= now) {
    throw new SecretsError(
      'expired',
      `The command of ${variableName} gave a credential that expired at ${expiresAt.toISOString()}.`,
      'Renew it where the command takes it from.',
    );
  }
  return { value: fields.SecretKey, expiresAt };
}

function jsonObject(text: string): Record<string, unknown> | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

function wrong(variableName: string, what: string): SecretsError {
  return new SecretsError(
    'command_failed',
    `The JSON that the command of ${variableName} printed ${what}.`,
    'Print the credential alone, or {"Version": 1, "SecretKey": "…"}.',
  );
}
