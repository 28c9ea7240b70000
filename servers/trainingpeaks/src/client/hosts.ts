/** The main API. */
export const SERVICE_URL = 'https://tpapi.trainingpeaks.com/';

/** Strength builder and workout analysis: another host, the same login. */
export const PEAKSWARE_URL = 'https://api.peakswaresb.com/';

/** Where the web application lives; the second host was only ever seen answering its pages. */
export const APP_ORIGIN = 'https://app.trainingpeaks.com';

/** For `host` of an endpoint: below the second host instead of the main API. */
export const PEAKSWARE = 'peaksware';
