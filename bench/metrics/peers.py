"""The same jobs as bench/metrics.ts with numpy and pandas, the way the field's Python servers write them."""

import json
import sys
import time

import numpy as np
import pandas as pd

given = json.load(sys.stdin)
power = pd.Series(given["power"], dtype="float64")
loads = pd.Series(given["loads"], dtype="float64")


def normalized_power():
    rolling = power.rolling(30, min_periods=30).mean()
    return float(np.power(np.nanmean(np.power(rolling, 4)), 0.25))


def peaks():
    return [float(power.rolling(seconds).mean().max()) for seconds in (5, 10, 30, 60, 120, 300, 600, 1200, 1800, 3600)]


def grid_curve():
    durations = sorted({int(round(1.02**k)) for k in range(505)} & set(range(1, len(power) + 1)))
    prefix = np.concatenate(([0.0], np.nancumsum(power.to_numpy())))
    return [float((prefix[d:] - prefix[:-d]).max() / d) for d in durations]


def fitness():
    return loads.ewm(alpha=1 / 42, adjust=False).mean(), loads.ewm(alpha=1 / 7, adjust=False).mean()


def best(job, rounds):
    job()
    fastest = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        job()
        fastest = min(fastest, time.perf_counter() - start)
    return fastest * 1000


print(json.dumps({
    "versions": f"Python {sys.version.split()[0]}, numpy {np.__version__}, pandas {pd.__version__}",
    "ms": {
        "np": best(normalized_power, 30),
        "peaks": best(peaks, 15),
        "grid": best(grid_curve, 10),
        "fitness": best(fitness, 50),
    },
}))
