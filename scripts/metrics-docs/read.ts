import ts from 'typescript';
import type { Topic } from './topics.ts';

/** A field of an interface. */
export interface Field {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** Something a topic exports, with its doc comment. */
export interface Entry {
  readonly name: string;
  readonly kind: 'function' | 'shape' | 'constant';
  /** Declaration without its body. */
  readonly signature: string;
  /** The comment before its tags. */
  readonly text: string;
  readonly tags: readonly { readonly name: string; readonly text: string }[];
  readonly fields: readonly Field[];
}

export interface TopicEntries {
  readonly name: string;
  /** Comment at the head of the topic's index. */
  readonly text: string;
  readonly entries: readonly Entry[];
}

/** Everything the topics export, read with the TypeScript compiler. */
export function readTopics(topics: readonly Topic[]): TopicEntries[] {
  const program = ts.createProgram(
    topics.map((topic) => topic.index),
    {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.Preserve,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      allowImportingTsExtensions: true,
      noEmit: true,
      strict: true,
      types: [],
      noLib: true,
    },
  );
  const checker = program.getTypeChecker();
  return topics.map(({ name, index }) => {
    const file = program.getSourceFile(index);
    const module = file && checker.getSymbolAtLocation(file);
    if (file === undefined || module === undefined) throw new Error(`${index} exports nothing`);
    const entries = checker.getExportsOfModule(module).flatMap((symbol) => entryOf(symbol, checker));
    return { name, text: headOf(file), entries };
  });
}

/** The comment at the top of a file, when an `@packageDocumentation` marks it as such. */
function headOf(file: ts.SourceFile): string {
  const [first] = ts.getLeadingCommentRanges(file.text, 0) ?? [];
  const raw = first === undefined ? '' : file.text.slice(first.pos, first.end);
  if (!raw.includes('@packageDocumentation')) return '';
  return raw
    .replace(/^\/\*\*|\*\/$/g, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, ''))
    .filter((line) => !line.startsWith('@'))
    .join('\n')
    .trim();
}

function entryOf(exported: ts.Symbol, checker: ts.TypeChecker): Entry[] {
  const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
  const declaration = symbol.declarations?.[0];
  if (declaration === undefined) return [];
  const documented = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  const docs = ts.getJSDocCommentsAndTags(documented).filter(ts.isJSDoc);
  const doc = docs.at(-1);
  return [
    {
      name: exported.name,
      ...shapeOf(declaration),
      text: textOf(doc?.comment),
      tags: (doc?.tags ?? []).map((tag) => ({ name: tag.tagName.text, text: tagText(tag) })),
    },
  ];
}

function shapeOf(declaration: ts.Declaration): Pick<Entry, 'kind' | 'signature' | 'fields'> {
  if (ts.isFunctionDeclaration(declaration)) {
    const parameters = declaration.parameters.map((parameter) => flat(parameter.getText())).join(', ');
    const generics = declaration.typeParameters?.map((parameter) => parameter.getText()).join(', ');
    const name = `${declaration.name?.text}${generics === undefined ? '' : `<${generics}>`}`;
    const signature = `${name}(${parameters}): ${flat(declaration.type?.getText() ?? 'unknown')}`;
    return { kind: 'function', signature, fields: [] };
  }
  if (ts.isInterfaceDeclaration(declaration)) {
    const heritage = declaration.heritageClauses?.map((clause) => ` ${clause.getText()}`).join('') ?? '';
    return { kind: 'shape', signature: `${declaration.name.text}${heritage}`, fields: fieldsOf(declaration.members) };
  }
  if (ts.isTypeAliasDeclaration(declaration))
    return { kind: 'shape', signature: flat(declaration.getText()), fields: [] };
  const constant = declaration.getText();
  return {
    kind: 'constant',
    signature: constant.length > 900 ? constant.slice(0, constant.indexOf('=')).trim() : constant,
    fields: [],
  };
}

function fieldsOf(members: ts.NodeArray<ts.TypeElement>): Field[] {
  return members.flatMap((member) => {
    if (!ts.isPropertySignature(member) && !ts.isMethodSignature(member)) return [];
    const optional = member.questionToken === undefined ? '' : '?';
    const doc = ts.getJSDocCommentsAndTags(member).filter(ts.isJSDoc).at(-1);
    const type = ts.isPropertySignature(member) ? (member.type?.getText() ?? 'unknown') : member.getText();
    return [{ name: `${member.name.getText()}${optional}`, type: flat(type), text: textOf(doc?.comment) }];
  });
}

function tagText(tag: ts.JSDocTag): string {
  const text = textOf(tag.comment);
  return ts.isJSDocParameterTag(tag) ? `\`${tag.name.getText()}\`: ${text.replace(/^- /, '')}` : text;
}

function textOf(comment: string | ts.NodeArray<ts.JSDocComment> | undefined): string {
  const text = ts.getTextOfJSDocComment(comment) ?? '';
  return text.replace(/\{@link\s+([^}\s]+)\s*\}/g, '`$1`').trim();
}

function flat(code: string): string {
  return code
    .replace(/\/\*\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
