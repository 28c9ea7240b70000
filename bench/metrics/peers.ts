import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Milliseconds of the field's Python servers for the same jobs, or why there is no comparison. */
export type PythonTimes =
  | { readonly ms: Readonly<Record<string, number>>; readonly versions: string }
  | { readonly absent: string };

/**
 * Runs the jobs with numpy and pandas as the field's servers write them. Uses `PYTHON` or `python3`; both libraries come
 * from PyPI: `python3 -m venv .venv && .venv/bin/pip install numpy pandas`, then `PYTHON=.venv/bin/python`.
 */
export function pythonPeers(power: Float64Array, loads: Float64Array): PythonTimes {
  const python = process.env.PYTHON ?? 'python3';
  const input = JSON.stringify({
    power: [...power].map((watts) => (Number.isNaN(watts) ? null : watts)),
    loads: [...loads],
  });
  const run = spawnSync(python, [join(import.meta.dirname, 'peers.py')], { input, encoding: 'utf8', timeout: 120_000 });
  if (run.error !== undefined) return { absent: `${python} is not there` };
  if (run.status !== 0) return { absent: `${python} has no numpy and pandas: ${run.stderr.trim().split('\n').at(-1)}` };
  return JSON.parse(run.stdout) as PythonTimes;
}
