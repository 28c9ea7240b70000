/**
 * How old what is known may be: part of the key of every kept answer, so that an answer from before a change is found no
 * more. What nobody finds leaves the cache as the least recently used.
 */
export interface Ages {
  /** Of what is known about somebody; `undefined`: about nobody in particular. */
  readonly of: (subject: string | undefined) => string;
  /** Of what no write changes. */
  readonly ofFixed: () => string;
  /** Ends what is known about one subject, and about nobody in particular. */
  readonly end: (subject: string) => void;
  /** Ends everything that a write may have changed. */
  readonly endWrittenAbout: () => void;
  readonly endAll: () => void;
}

export function createAges(): Ages {
  let all = 0;
  let written = 0;
  let nobody = 0;
  const subjects = new Map<string, number>();
  return {
    of: (subject) => `${all}.${written}.${subject === undefined ? nobody : `${subject}:${subjects.get(subject) ?? 0}`}`,
    ofFixed: () => `${all}`,
    end: (subject) => {
      nobody += 1;
      subjects.set(subject, (subjects.get(subject) ?? 0) + 1);
    },
    endWrittenAbout: () => {
      written += 1;
    },
    endAll: () => {
      all += 1;
    },
  };
}
