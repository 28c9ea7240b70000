/** What an answer says of something that is kept here only. */
export const STAYS_HERE = 'Kept encrypted on this machine only: not sent, not visible to the athlete.';
