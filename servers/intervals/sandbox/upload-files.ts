/** Files that lie ready for the tools that read one: made up, like everything here. */
export function uploadFiles(): Readonly<Record<string, Uint8Array>> {
  return { 'evening-ride.gpx': text(eveningRide()), 'streams.csv': text(streams()) };
}

const SAMPLES = 600;

/** Ten minutes on a straight road east of Ljubljana, climbing a little. */
function eveningRide(): string {
  const start = Date.parse('2026-10-13T16:00:00Z');
  const points = Array.from({ length: SAMPLES }, (_, i) => {
    const time = new Date(start + i * 1000).toISOString().replace('.000', '');
    const [longitude, altitude] = [(14.55 + i * 0.00009).toFixed(6), (295 + i * 0.05).toFixed(1)];
    return `<trkpt lat="46.051200" lon="${longitude}"><ele>${altitude}</ele><time>${time}</time></trkpt>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" creator="sandbox" xmlns="http://www.topografix.com/GPX/1/1"><trk><name>Evening ride</name><type>cycling</type><trkseg>
${points.join('\n')}
</trkseg></trk></gpx>
`;
}

/** How long yesterday's ride of the simulated athlete is, in samples. */
const YESTERDAY = 4200;

/** Power that goes up and down between 150 and 179 W. */
function streams(): string {
  const rows = Array.from({ length: YESTERDAY }, (_, i) => `${i},${150 + (i % 30)}`);
  return `time,watts\n${rows.join('\n')}\n`;
}

function text(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}
