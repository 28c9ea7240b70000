export { type SessionFeatures, type SimilarityOptions, type SimilarSession, similarSessions } from './similar.ts';
