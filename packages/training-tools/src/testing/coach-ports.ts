import { Failure } from '@core/mcp-kit';
import type { RosterAthlete, TrainingPorts } from '../ports/index.ts';
import type { Memory } from './memory.ts';
import type { Count } from './memory-calendar.ts';

type CoachPorts = Pick<TrainingPorts, 'roster' | 'conversations' | 'delivery' | 'library' | 'workouts'>;

/** Ports of a coach over what is in memory. */
export function coachPorts(memory: Memory, count: Count): CoachPorts {
  const people = peopleOf(memory);
  const open = (id: string) => !memory.closed.includes(id);
  return {
    roster: {
      me: () => count('roster.me', { id: 'm1', name: 'Memory', role: 'coach' }),
      athletes: () => count('roster.athletes', { items: people, skipped: {} }),
      weeks: ({ oldest, newest }, { tag } = {}) => {
        const tagged = new Set(
          people.filter(({ tags }) => tag === undefined || tags.includes(tag)).map(({ id }) => id),
        );
        const items = memory.roster.filter(
          ({ week, athlete }) => week >= oldest && week <= newest && tagged.has(athlete.id),
        );
        return count('roster.weeks', { items, skipped: {} });
      },
    },
    conversations: {
      threads: () => count('conversations.threads', { items: memory.threads, skipped: {} }),
      messages: ({ id }, limit) =>
        count('conversations.messages', { items: (memory.messages[id] ?? []).slice(0, limit), skipped: {} }),
      send: () => count('conversations.send', 'sent'),
    },
    delivery: {
      sessions: async ({ id }) => {
        if (!open(id)) throw new Failure('forbidden', `${id} is closed`, { next: 'ask for another athlete' });
        return count('delivery.sessions', memory.deliveries[id] ?? { items: [], skipped: {}, lastUpload: null });
      },
    },
    library: {
      workout: (id) => {
        const found = memory.library.find((each) => each.id === id);
        if (found === undefined) throw new Failure('not_found', `There is no workout ${id}`, { next: 'list them' });
        return count('library.workout', found);
      },
    },
    workouts: {
      compile: (_who, { name = '' }) =>
        count('workouts.compile', { shown: name, losses: [], load: 70, plannedS: 3600 }),
    },
  };
}

function peopleOf({ people, roster }: Memory): readonly RosterAthlete[] {
  const known = new Map(roster.map(({ athlete }) => [athlete.id, athlete]));
  const rest = [...known.values()].filter(({ id }) => !people.some((each) => each.id === id));
  return [...people, ...rest.map((who) => ({ ...who, tags: [], lastSeen: null, email: null, mayWrite: true }))];
}
