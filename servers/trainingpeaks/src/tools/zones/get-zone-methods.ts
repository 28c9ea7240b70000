import { type Cell, noted, notesShape, type Part, partOf, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import type { TrainingPeaksPort } from '../../client/index.ts';
import { keepsThreshold } from '../../domain/zones/calculated.ts';
import { knownMethods, type Metric, methodName, metrics, wireMetric } from '../../domain/zones/metric.ts';
import { defineTool } from '../../tool.ts';

/** Any ordinary athlete: only labels, numbers of zones and the echo of the threshold are looked at. */
const threshold: Readonly<Record<Metric, number>> = { power: 250, heart_rate: 170, speed: 4 };
const SCAN = 40;

export default defineTool({
  name: 'tp_get_zone_methods',
  title: 'Zone calculation methods',
  toolset: 'zones',
  effect: 'read',
  athleteScope: 'none',
  description: 'Numbers that `method` of the zone tools takes; all: true also tries unknown ones up to 40.',
  input: z.object({ metric: z.optional(z.enum(metrics)), all: z.optional(z.boolean()) }),
  output: z.object({ ...rowsShape, ...notesShape }),
  examples: [{ metric: 'power' }],
  handler: async (ctx, { metric, all = false }) => {
    const { user } = await ctx.port.identity.user();
    const uid = user.userId ?? user.personId;
    const asked = (metric === undefined ? metrics : [metric]).flatMap((each) =>
      (all ? Array.from({ length: SCAN }, (_, i) => i + 1) : knownMethods[each]).map(
        (method) => [each, method] as const,
      ),
    );
    let done = 0;
    const answers = await Promise.all(
      asked.map(async ([each, method]) => {
        const row = await methodRow(ctx.port, uid, each, method);
        done += 1;
        ctx.progress(done, asked.length, 'zone methods');
        return row;
      }),
    );
    const rows = answers.flatMap((part) => (part.failure === undefined ? part.value : []));
    const [first] = answers;
    // All of them known and none answered: that is not about methods.
    if (first?.failure !== undefined && answers.every(({ failure }) => failure !== undefined)) throw first.failure;
    return {
      ...toRows<Record<string, Cell>>(rows, ['metric', 'method', 'name', 'zones', 'labels', 'from_a_test']),
      ...noted(
        'TrainingPeaks publishes no names; a method from_a_test derives the threshold, so that none can be set with it.',
      ),
    };
  },
});

type Row = Record<string, Cell>;

/** A method in a line, none when it gives no zones, or why it did not answer. */
async function methodRow(
  port: TrainingPeaksPort,
  user: string,
  metric: Metric,
  method: number,
): Promise<Part<readonly Row[]>> {
  const request = { user, metric: wireMetric[metric], method, threshold: threshold[metric], maxHr: 190, restingHr: 50 };
  const part = await partOf(port.settings.calculateZones({ ...request, distance: 3000 }));
  if (part.failure !== undefined) return part;
  if (part.value.zones.length === 0) return { value: [] };
  const row = {
    metric,
    method,
    name: methodName(metric, method),
    zones: part.value.zones.length,
    labels: part.value.zones.map(({ label }) => label ?? '').join(', '),
    from_a_test: keepsThreshold(metric, threshold[metric], part.value) ? null : true,
  };
  return { value: [row] };
}
