import { HOSTILE_TEXTS, isRide } from '@core/sandbox/athlete';
import type { AthleteRecord } from '../athlete-record.ts';
import type { Row } from '../shape/body.ts';

/** Bikes and shoes. */
export interface Garage {
  items: Row[];
}

/** A bike, an old bike without content in half its fields, and a pair of shoes. */
export function createGarage(record: AthleteRecord): Garage {
  const base = 500 + 1000 * record.number;
  const metres = (on: (sport: string) => boolean) => {
    const { sessions } = record.person.simulated;
    const hours = sessions.filter(({ sport }) => on(sport)).length;
    return hours * (on('run') ? 9_400 : 44_000);
  };
  return {
    items: [
      {
        ...blankItem(record.id, 1),
        equipmentId: base + 1,
        name: 'Road bike',
        brand: 'Demo Cycles',
        model: 'Climb 2',
        dateOfPurchase: '2024-03-01T00:00:00',
        isDefault: true,
        actualDistance: metres((sport) => sport !== 'run' && isRide(sport as never)),
        crankLengthMillimeters: 172.5,
        wheels: '32 mm',
      },
      {
        ...blankItem(record.id, 1),
        equipmentId: base + 2,
        name: 'Old trainer bike',
        retired: true,
        retiredDate: '2025-01-15T00:00:00',
        actualDistance: 21_300_000,
      },
      {
        ...blankItem(record.id, 2),
        equipmentId: base + 3,
        name: 'Blue shoes',
        brand: 'Demo Run',
        isDefault: true,
        startingDistance: 40_000,
        actualDistance: 40_000 + metres((sport) => sport === 'run'),
        maxDistance: 800_000,
      },
      ...(record.heavy ? oldShoes(record.id, base) : []),
    ],
  };
}

function oldShoes(athleteId: number, base: number): Row[] {
  return Array.from({ length: 60 }, (_, i) => ({
    ...blankItem(athleteId, 2),
    equipmentId: base + 10 + i,
    name: `Shoes no. ${i + 1}`,
    notes: Object.values(HOSTILE_TEXTS)[i % 8],
    retired: true,
    retiredDate: '2025-06-01T00:00:00',
    actualDistance: 700_000 + i,
  }));
}

/** Every key of an item; bikes have two more. */
export function blankItem(athleteId: number, type: unknown): Row {
  return {
    equipmentId: null,
    athleteId,
    type,
    name: '',
    brand: '',
    model: '',
    notes: '',
    dateOfPurchase: null,
    retired: false,
    retiredDate: '',
    isDefault: false,
    startingDistance: 0,
    actualDistance: 0,
    maxDistance: null,
    ...(type === 1 ? { wheels: '', crankLengthMillimeters: null } : {}),
  };
}
