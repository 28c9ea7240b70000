import type { Emulator } from '@core/sandbox';
import { serveEmulator } from '@core/sandbox/http';
import { createIgpsportSandbox } from '../../servers/igpsport/sandbox/index.ts';
import { serveIgpsport } from '../../servers/igpsport/sandbox/serve.ts';
import { standInHash } from '../../servers/igpsport/sandbox/signing/stand-in.ts';
import { createIntervalsSandbox } from '../../servers/intervals/sandbox/index.ts';
import { createTrainingpeaksSandbox } from '../../servers/trainingpeaks/sandbox/index.ts';
import { serveTrainingpeaks } from '../../servers/trainingpeaks/sandbox/serve.ts';

/** What a person may choose for any of the platforms. */
export interface Choice {
  readonly port: number;
  readonly seed: number;
  readonly heavy: boolean;
  readonly now: Date | string;
  readonly running: boolean;
  readonly apiKey: string | undefined;
  readonly region: 'cn' | 'intl';
}

/** A platform that answers on loopback, with the lines that a person needs to use it. */
export interface Served {
  readonly emulators: readonly Emulator<never>[];
  readonly lines: readonly string[];
  close(): Promise<void>;
}

type Serve = (choice: Choice) => Promise<Served>;

const intervals: Serve = async ({ port, apiKey, ...choice }) => {
  const sandbox = createIntervalsSandbox({ ...choice, ...(apiKey !== undefined && { apiKey }) });
  const { emulator, athlete } = sandbox;
  const { url, close } = await serveEmulator(emulator, { port });
  return {
    emulators: [emulator as unknown as Emulator<never>],
    lines: [
      `Intervals.icu sandbox on ${url}`,
      `  base     ${url}${emulator.basePath}`,
      `  key      ${sandbox.apiKey}`,
      `  athlete  ${sandbox.athleteId} (${athlete.profile.name}), today is ${athlete.today}`,
      `  try      curl -u API_KEY:${sandbox.apiKey} '${url}/api/v1/athlete/0/activities?oldest=${athlete.season.today.slice(0, 8)}01&fields=id,name,icu_training_load'`,
    ],
    close,
  };
};

const igpsport: Serve = async ({ port, ...choice }) => {
  const sandbox = createIgpsportSandbox(choice);
  const { url, storageUrl, close } = await serveIgpsport(sandbox, { port });
  const { username, password, athlete, region } = sandbox;
  const login = `IGPSPORT_USERNAME=${username} IGPSPORT_PASSWORD=${password} IGPSPORT_REGION=${region}`;
  return {
    emulators: [sandbox.emulator as unknown as Emulator<never>, sandbox.storage as unknown as Emulator<never>],
    lines: [
      `iGPSport sandbox (${region}) on ${url}, its file store on ${storageUrl}`,
      `  login    ${username} ${password}`,
      `  athlete  ${sandbox.memberId} (${athlete.profile.name}), today is ${athlete.today}`,
      ...(region === 'cn'
        ? [`  module   ${standInHash()} (IGPSPORT_SIGNING_MODULE_SHA256, once signatures are asked for)`]
        : []),
      `  try      ${login} npx -y @scope/igpsport-mcp call igp_list_activities --base-url ${url}`,
    ],
    close,
  };
};

const trainingpeaks: Serve = async ({ port, ...choice }) => {
  const sandbox = createTrainingpeaksSandbox(choice);
  const { url, close } = await serveTrainingpeaks(sandbox, { port });
  const { athlete, athleteId, cookie } = sandbox;
  return {
    emulators: [sandbox.emulator as unknown as Emulator<never>],
    lines: [
      `TrainingPeaks sandbox on ${url}`,
      `  cookie   Production_tpAuth=${cookie}`,
      `  athlete  ${athleteId} (${athlete.profile.name}), today is ${athlete.today}`,
      `  try      curl -b 'Production_tpAuth=${cookie}' ${url}/users/v3/token`,
    ],
    close,
  };
};

/** Every platform that can be served, by the name of its server's folder. */
export const platforms: Readonly<Record<string, Serve>> = { igpsport, intervals, trainingpeaks };
