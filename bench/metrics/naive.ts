/** Every duration, every window, over prefix sums: the plain double loop that each fast curve is measured against. */
export function naiveCurve(power: Float64Array): Float64Array {
  const n = power.length;
  const prefix = new Float64Array(n + 1);
  for (let i = 0; i < n; i++)
    prefix[i + 1] = (prefix[i] as number) + (Number.isNaN(power[i]) ? 0 : (power[i] as number));
  const best = new Float64Array(n);
  for (let seconds = 1; seconds <= n; seconds++) {
    let most = 0;
    for (let start = 0; start + seconds <= n; start++) {
      const total = (prefix[start + seconds] as number) - (prefix[start] as number);
      if (total > most) most = total;
    }
    best[seconds - 1] = most / seconds;
  }
  return best;
}

/** One summing pass over a channel, missing seconds left out. */
export function sum(channel: Float64Array): number {
  let total = 0;
  for (let i = 0; i < channel.length; i++) {
    const reading = channel[i] as number;
    if (!Number.isNaN(reading)) total += reading;
  }
  return total;
}
