const START = Date.parse('2026-10-14T06:00:00Z');

/** Twenty minutes at a steady 180 W, a sample every two seconds. */
function ride(): string {
  const points = Array.from({ length: 601 }, (_, i) => {
    const time = new Date(START + i * 2000).toISOString();
    return `<Trackpoint><Time>${time}</Time><DistanceMeters>${i * 17}</DistanceMeters><HeartRateBpm><Value>${120 + (i % 20)}</Value></HeartRateBpm><Cadence>88</Cadence><Extensions><TPX xmlns="http://www.garmin.com/xmlschemas/ActivityExtension/v2"><Watts>180</Watts></TPX></Extensions></Trackpoint>`;
  });
  const lap = `<Lap StartTime="${new Date(START).toISOString()}"><TotalTimeSeconds>1200</TotalTimeSeconds><DistanceMeters>10200</DistanceMeters><Track>${points.join('')}</Track></Lap>`;
  return `<?xml version="1.0"?><TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"><Activities><Activity Sport="Biking"><Id>${new Date(START).toISOString()}</Id>${lap}</Activity></Activities></TrainingCenterDatabase>`;
}

/** What the user of the sandbox has put into the files folder, by name. */
export function userFiles(): Readonly<Record<string, Uint8Array>> {
  const text = (content: string) => new TextEncoder().encode(content);
  return { 'ride.tcx': text(ride()), 'notes.txt': text('no recording') };
}
