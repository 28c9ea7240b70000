/**
 * Sessions like a given one, by features that both have. No platform publishes such a rule; Intervals.icu matches routes.
 *
 * @packageDocumentation
 */

export { type SessionFeatures, type SimilarityOptions, type SimilarSession, similarSessions } from './similar.ts';
