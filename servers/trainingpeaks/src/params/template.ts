import * as z from '@core/mcp-kit/schema';
import { planShape, sport, stepsAsThere, structure, subtype } from './workout.ts';

/** What a template may be given beside its name and its sport. */
export const templateShape = {
  steps: stepsAsThere,
  description: planShape.description,
  duration_minutes: planShape.duration_minutes,
  distance_km: planShape.distance_km,
  tss_planned: planShape.tss_planned,
  structure,
  subtype,
};

export const templateName = z.string().trim().min(1).max(200);
export const templateSport = z.optional(sport);
