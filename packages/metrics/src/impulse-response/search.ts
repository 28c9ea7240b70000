/** A pair of time constants, days. */
export interface Point {
  readonly tau1: number;
  readonly tau2: number;
}

interface Vertex {
  readonly x: number;
  readonly y: number;
  readonly cost: number;
}

/**
 * The pair with the least cost: the grid, then Nelder–Mead from its five best points, in ln τ₂ and ln(τ₁ − τ₂) so that a
 * step is a share of the time constant. Points out of bounds cost infinitely much.
 */
export function searchMinimum(
  cost: (at: Point) => number,
  grid: readonly Point[],
  inBounds: (at: Point) => boolean,
): Point {
  const vertex = (x: number, y: number): Vertex => {
    const at = pointOf(x, y);
    return { x, y, cost: inBounds(at) ? cost(at) : Number.POSITIVE_INFINITY };
  };
  const starts = grid
    .map((at) => vertex(Math.log(at.tau2), Math.log(at.tau1 - at.tau2)))
    .sort((a, b) => a.cost - b.cost)
    .slice(0, 5);
  let best = starts[0]!;
  for (const start of starts) {
    const found = descend(start, vertex);
    if (found.cost < best.cost) best = found;
  }
  return pointOf(best.x, best.y);
}

function pointOf(x: number, y: number): Point {
  const tau2 = Math.exp(x);
  return { tau1: tau2 + Math.exp(y), tau2 };
}

function descend(start: Vertex, vertex: (x: number, y: number) => Vertex): Vertex {
  let simplex = [start, vertex(start.x + 0.2, start.y), vertex(start.x, start.y + 0.2)];
  for (let i = 0; i < 400; i++) {
    simplex.sort((a, b) => a.cost - b.cost);
    const [best, middle, worst] = simplex as [Vertex, Vertex, Vertex];
    const size =
      Math.abs(worst.x - best.x) +
      Math.abs(worst.y - best.y) +
      Math.abs(middle.x - best.x) +
      Math.abs(middle.y - best.y);
    if (size < 1e-10) break;
    const along = (t: number) =>
      vertex(
        (best.x + middle.x) / 2 + t * (worst.x - (best.x + middle.x) / 2),
        (best.y + middle.y) / 2 + t * (worst.y - (best.y + middle.y) / 2),
      );
    const reflected = along(-1);
    if (reflected.cost < best.cost) {
      const expanded = along(-2);
      simplex = [best, middle, expanded.cost < reflected.cost ? expanded : reflected];
    } else if (reflected.cost < middle.cost) simplex = [best, middle, reflected];
    else {
      const contracted = along(reflected.cost < worst.cost ? -0.5 : 0.5);
      const towards = (v: Vertex) => vertex((v.x + best.x) / 2, (v.y + best.y) / 2);
      simplex =
        contracted.cost < Math.min(worst.cost, reflected.cost)
          ? [best, middle, contracted]
          : [best, towards(middle), towards(worst)];
    }
  }
  return simplex.reduce((best, v) => (v.cost < best.cost ? v : best));
}
