/** What the exit code of a command says. */
export const exitCodes = {
  ok: 0,
  /** The command was understood and did not succeed: a refused login, a failed call, a problem that `doctor` found. */
  failed: 1,
  /** The command line, the environment or the config file is wrong; nothing was done. */
  usage: 2,
  /** A person stopped it. */
  cancelled: 130,
} as const;
