import { closest, Failure } from '@core/mcp-kit';

/** Every kind of event. The service takes any other word too, and stores it as `Undefined`. */
export const eventTypes: readonly string[] = [
  'RunningRoad',
  'RunningTrail',
  'RunningTrack',
  'RunningCrossCountry',
  'RunningOther',
  'CyclingRoad',
  'CyclingMountain',
  'CyclingCyclocross',
  'CyclingTrack',
  'CyclingOther',
  'SwimOpenWater',
  'SwimPool',
  'MultisportTriathlon',
  'MultisportXterra',
  'MultisportDuathlon',
  'MultisportAquabike',
  'MultisportAquathon',
  'MultisportOther',
  'RowingRegatta',
  'RowingOther',
  'SnowAlpine',
  'SnowNordic',
  'SnowSkiMountaineering',
  'SnowSnowshoe',
  'SnowOther',
  'OtherAdventure',
  'OtherObstacle',
  'OtherSpeedSkate',
  'OtherOther',
];

/** @throws Failure `bad_input` with the nearest kinds. */
export function eventType(given: string): string {
  const word = given.toLowerCase().replace(/[\s_-]/g, '');
  const found = eventTypes.find((type) => type.toLowerCase() === word);
  if (found !== undefined) return found;
  const near = closest(given, eventTypes);
  throw new Failure(
    'bad_input',
    `"${given.slice(0, 40)}" is not a kind of event; there is none for gravel, for example`,
    {
      next: `use one of: ${(near.length > 0 ? near : eventTypes).join(', ')}`,
    },
  );
}
