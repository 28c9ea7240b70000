import type { Problems } from '../activity/problem.ts';

/** What a scan reports. Names are local names: prefixes are ignored, declared or not. */
export interface TagHandler {
  /** A start tag; its attributes are `text[from, to)`, see `attribute`. */
  open(name: string, from: number, to: number): void;
  /** An element without child elements closes: its text is `text[from, to)`, still escaped. Comes before `close`. */
  leaf(name: string, from: number, to: number): void;
  close(name: string): void;
}

const slash = 47;
const bang = 33;
const question = 63;
const colon = 58;
const quote = 34;
const apostrophe = 39;
const hyphen = 45;
const openBracket = 91;

/** Elements nested deeper than this are no activity file. TCX and GPX use ten levels. */
export const mostDepth = 64;

/**
 * Walks the tags of an XML text in one pass, without a tree and without entities. Tolerant: undeclared prefixes, text
 * before the declaration, missing end tags. What it had to tolerate is a problem; it stops only at `mostDepth`.
 */
export function scanTags(text: string, handler: TagHandler, problems: Problems): void {
  const stack: string[] = [];
  let textFrom = -1;
  let at = text.indexOf('<');
  while (at >= 0) {
    const kind = text.charCodeAt(at + 1);
    if (kind === slash) {
      const end = text.indexOf('>', at);
      if (end < 0) break;
      const name = localName(text, at + 2, end);
      if (closes(stack, name, at, problems)) {
        if (textFrom >= 0) handler.leaf(name, textFrom, at);
        closeThrough(stack, name, handler);
      }
      textFrom = -1;
      at = text.indexOf('<', end + 1);
    } else if (kind === bang || kind === question) {
      const end = skipMarkup(text, at);
      if (end < 0) break;
      at = text.indexOf('<', end);
    } else {
      const end = tagEnd(text, at);
      if (end < 0) break;
      const empty = text.charCodeAt(end - 1) === slash;
      const nameEnd = endOfName(text, at + 1, empty ? end - 1 : end);
      const name = localName(text, at + 1, nameEnd);
      handler.open(name, nameEnd, empty ? end - 1 : end);
      if (empty) {
        handler.close(name);
        textFrom = -1;
      } else {
        stack.push(name);
        textFrom = end + 1;
        if (stack.length > mostDepth) {
          problems.add('depth', at, `elements are nested more than ${mostDepth} deep; the rest is not read`);
          return;
        }
      }
      at = text.indexOf('<', end + 1);
    }
  }
  if (at >= 0) problems.add('truncated', at, 'the file ends inside a tag');
  else if (stack.length > 0) problems.add('truncated', text.length, `the file ends before </${stack[0]}>`);
  while (stack.length > 0) handler.close(stack.pop() as string);
}

/** Whether an end tag belongs to an open element; reports when it does not, or when it skips others. */
function closes(stack: readonly string[], name: string, at: number, problems: Problems): boolean {
  if (stack[stack.length - 1] === name) return true;
  const open = stack.includes(name);
  problems.add(
    'malformed',
    at,
    open ? `</${name}> comes before an inner element is closed` : `</${name}> closes nothing`,
  );
  return open;
}

function closeThrough(stack: string[], name: string, handler: TagHandler): void {
  for (let open = stack.pop(); open !== undefined; open = stack.pop()) {
    handler.close(open);
    if (open === name) return;
  }
}

/** End of a comment, CDATA section, declaration, processing instruction or document type; −1 when it has none. */
function skipMarkup(text: string, at: number): number {
  const after = (mark: string): number => {
    const end = text.indexOf(mark, at + 2);
    return end < 0 ? -1 : end + mark.length;
  };
  if (text.charCodeAt(at + 1) === question) return after('?>');
  if (text.charCodeAt(at + 2) === hyphen) return after('-->');
  if (text.charCodeAt(at + 2) === openBracket) return after(']]>');
  const end = text.indexOf('>', at);
  const subset = text.indexOf('[', at);
  return subset >= 0 && subset < end ? after(']>') : end < 0 ? -1 : end + 1;
}

/** The `>` of a start tag; one inside quotes does not count. */
function tagEnd(text: string, at: number): number {
  let end = text.indexOf('>', at);
  for (let from = at; end >= 0; ) {
    const open = firstQuote(text, from, end);
    if (open < 0) return end;
    const close = text.indexOf(text.charAt(open), open + 1);
    if (close < 0) return end;
    from = close + 1;
    if (close > end) end = text.indexOf('>', close);
  }
  return end;
}

function firstQuote(text: string, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === quote || code === apostrophe) return i;
  }
  return -1;
}

function endOfName(text: string, from: number, to: number): number {
  let i = from;
  while (i < to && text.charCodeAt(i) > 32) i++;
  return i;
}

function localName(text: string, from: number, to: number): string {
  let start = from;
  let end = to;
  while (end > from && text.charCodeAt(end - 1) <= 32) end--;
  for (let i = from; i < end; i++) if (text.charCodeAt(i) === colon) start = i + 1;
  return text.slice(start, end);
}
