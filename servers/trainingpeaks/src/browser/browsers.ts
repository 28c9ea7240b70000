import { join } from 'node:path';
import type { Machine } from '@core/mcp-kit';

/** How a Chromium names its key in the keyrings. */
export interface KeyringNames {
  /** `application` in GNOME's keyring. */
  readonly applications: readonly string[];
  /** `Chrome` of “Chrome Safe Storage”. */
  readonly safe: string;
}

export interface ChromiumBrowser {
  readonly kind: 'chromium';
  readonly id: string;
  readonly title: string;
  readonly keyring: KeyringNames;
  /** Folders above the profiles. */
  readonly folders: (machine: Machine) => readonly string[];
}

export interface OtherBrowser {
  readonly kind: 'firefox' | 'safari';
  readonly id: string;
  readonly title: string;
  readonly folders: (machine: Machine) => readonly string[];
}

export type Browser = ChromiumBrowser | OtherBrowser;

/** Where a Chromium keeps its profiles, by system. */
interface Homes {
  readonly linux: readonly string[];
  /** Below the home folder, where a sandboxed package keeps them. */
  readonly packaged: readonly string[];
  readonly darwin: string;
  readonly win32: string;
}

function chromium(id: string, title: string, keyring: KeyringNames, homes: Homes): ChromiumBrowser {
  return {
    kind: 'chromium',
    id,
    title,
    keyring,
    folders: (machine) => {
      const { platform, home, env } = machine;
      if (platform === 'darwin') return [join(home, 'Library/Application Support', homes.darwin)];
      if (platform === 'win32') {
        return [join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), homes.win32, 'User Data')];
      }
      return [
        ...homes.linux.map((path) => join(configFolder(machine), path)),
        ...homes.packaged.map((path) => join(home, path)),
      ];
    },
  };
}

const firefox: OtherBrowser = {
  kind: 'firefox',
  id: 'firefox',
  title: 'Firefox',
  folders: (machine) => {
    const { platform, home, env } = machine;
    if (platform === 'darwin') return [join(home, 'Library/Application Support/Firefox')];
    if (platform === 'win32') return [join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Mozilla', 'Firefox')];
    return [
      join(home, '.mozilla/firefox'),
      join(configFolder(machine), 'mozilla/firefox'),
      join(home, 'snap/firefox/common/.mozilla/firefox'),
      join(home, '.var/app/org.mozilla.firefox/.mozilla/firefox'),
      join(home, '.var/app/org.mozilla.firefox/config/mozilla/firefox'),
    ];
  },
};

const safari: OtherBrowser = {
  kind: 'safari',
  id: 'safari',
  title: 'Safari',
  folders: ({ platform, home }) =>
    platform === 'darwin'
      ? [join(home, 'Library/Containers/com.apple.Safari/Data/Library/Cookies'), join(home, 'Library/Cookies')]
      : [],
};

function configFolder({ env, home }: Machine): string {
  return env.XDG_CONFIG_HOME ?? join(home, '.config');
}

/** Every browser that is looked into, in the order in which it is. */
export const browsers: readonly Browser[] = [
  chromium(
    'chrome',
    'Chrome',
    { applications: ['chrome'], safe: 'Chrome' },
    {
      linux: ['google-chrome', 'google-chrome-beta', 'google-chrome-unstable'],
      packaged: ['.var/app/com.google.Chrome/config/google-chrome'],
      darwin: 'Google/Chrome',
      win32: join('Google', 'Chrome'),
    },
  ),
  chromium(
    'edge',
    'Edge',
    { applications: ['microsoft-edge', 'chromium'], safe: 'Microsoft Edge' },
    {
      linux: ['microsoft-edge', 'microsoft-edge-beta', 'microsoft-edge-dev'],
      packaged: ['.var/app/com.microsoft.Edge/config/microsoft-edge'],
      darwin: 'Microsoft Edge',
      win32: join('Microsoft', 'Edge'),
    },
  ),
  chromium(
    'brave',
    'Brave',
    { applications: ['brave', 'chromium'], safe: 'Brave' },
    {
      linux: ['BraveSoftware/Brave-Browser'],
      packaged: [
        '.var/app/com.brave.Browser/config/BraveSoftware/Brave-Browser',
        'snap/brave/current/.config/BraveSoftware/Brave-Browser',
      ],
      darwin: 'BraveSoftware/Brave-Browser',
      win32: join('BraveSoftware', 'Brave-Browser'),
    },
  ),
  chromium(
    'chromium',
    'Chromium',
    { applications: ['chromium', 'chrome'], safe: 'Chromium' },
    {
      linux: ['chromium'],
      packaged: ['snap/chromium/common/chromium', '.var/app/org.chromium.Chromium/config/chromium'],
      darwin: 'Chromium',
      win32: 'Chromium',
    },
  ),
  firefox,
  safari,
];
