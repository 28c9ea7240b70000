declare const encoded: unique symbol;

/** A URL path whose every hole went through {@link path}: an id cannot climb out of its segment. */
export type EncodedPath = string & { readonly [encoded]: true };

/**
 * Builds a path with each hole percent-encoded: path`activity/${id}/streams`.
 *
 * @throws RangeError for a hole that is empty, `.` or `..`, which no encoding makes harmless.
 */
export function path(strings: TemplateStringsArray, ...holes: readonly (string | number)[]): EncodedPath {
  const segments = holes.map((hole) => {
    const text = String(hole);
    if (text === '' || text === '.' || text === '..') {
      throw new RangeError(`A path segment cannot be ${JSON.stringify(text)}`);
    }
    return encodeURIComponent(text);
  });
  return String.raw({ raw: strings }, ...segments) as EncodedPath;
}
