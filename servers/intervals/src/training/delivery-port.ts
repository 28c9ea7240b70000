import type { Delivery, DeliveryPort } from '@core/training-tools';
import type { IntervalsPort } from '../client/index.ts';
import type { WireEvent } from '../client/wire/event.ts';
import { type DeviceSetting, deviceSettings } from '../domain/calendar/delivery.ts';
import { eventDay, hasSteps } from '../domain/calendar/event.ts';

/** Device delivery of Intervals.icu: flags come with the roster, one request for everybody; one calendar an athlete. */
export function deliveryPort(port: IntervalsPort): DeliveryPort {
  return {
    sessions: async ({ id: athlete }, range) => {
      const [roster, { items, skipped }] = await Promise.all([
        port.roster.athletes({}),
        port.events.list({ athlete, ...range, categories: ['WORKOUT'] }),
      ]);
      const person = roster.items.find(({ id }) => id === athlete);
      const devices = deviceSettings(person ?? (await port.settings.getAthleteSettings({ athlete })));
      const uploads = devices.flatMap(({ last_upload }) => last_upload ?? []).sort();
      return {
        items: items.flatMap((event) => toDelivery(event, devices) ?? []),
        skipped: skipped > 0 ? { 'cannot be read': skipped } : {},
        lastUpload: uploads.at(-1) ?? null,
      };
    },
  };
}

function toDelivery(event: WireEvent, settings: readonly DeviceSetting[]): Delivery | undefined {
  const day = eventDay(event);
  if (day === null) return undefined;
  const devices = settings.filter(({ sends_workouts }) => sends_workouts === true).map(({ device }) => device);
  const errors = event.push_errors.map(({ service, message }) => `${service ?? 'device'}: ${message ?? 'refused'}`);
  const session = { sessionId: event.id, day, name: event.name, sport: event.type, devices };
  if (errors.length > 0) return { ...session, verdict: 'failed', why: errors.join('; ') };
  if (!hasSteps(event)) return { ...session, verdict: 'nothing_to_send', why: 'it has no steps' };
  if (devices.length > 0) return { ...session, verdict: 'sent', why: null };
  return { ...session, verdict: 'no_device', why: 'no service takes workouts: switch it on under Settings' };
}
