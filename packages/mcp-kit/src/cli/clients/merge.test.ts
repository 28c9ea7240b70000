import { describe, expect, it } from 'vitest';
import { mergeIntoJson } from './merge-json.ts';
import { mergeIntoToml } from './merge-toml.ts';

const entry = { command: 'npx', args: ['-y', '@scope/toy-mcp'] };

describe('mergeIntoJson', () => {
  it('makes a file where there is none', () => {
    const { text, replaced } = mergeIntoJson('', ['mcp', 'servers'], 'toy', entry);
    expect(JSON.parse(text)).toEqual({ mcp: { servers: { toy: entry } } });
    expect(replaced).toBe(false);
  });

  it('keeps other servers, other keys, their order, the indentation, and variables that the user set', () => {
    const before = JSON.stringify(
      { z: 1, mcpServers: { toy: { command: 'old', args: [], env: { MINE: '1' }, disabled: true }, b: {} }, a: 2 },
      null,
      '\t',
    );
    const { text, replaced } = mergeIntoJson(before, ['mcpServers'], 'toy', { ...entry, env: { PATH: '/bin' } });
    expect(replaced).toBe(true);
    expect(JSON.parse(text)).toEqual({
      z: 1,
      mcpServers: { toy: { ...entry, env: { MINE: '1', PATH: '/bin' }, disabled: true }, b: {} },
      a: 2,
    });
    expect(Object.keys(JSON.parse(text))).toEqual(['z', 'mcpServers', 'a']);
    expect(text).toContain('\n\t"z"');
  });

  it('changes nothing the second time', () => {
    const once = mergeIntoJson('', ['mcpServers'], 'toy', entry).text;
    expect(mergeIntoJson(once, ['mcpServers'], 'toy', entry).text).toBe(once);
  });

  it.each([['// mine\n{}'], ['[]'], ['{"a":'], ['"text"']])('refuses %j', (text) => {
    expect(() => mergeIntoJson(text, ['mcpServers'], 'toy', entry)).toThrow('left alone');
  });

  it('refuses a table that is something else', () => {
    expect(() => mergeIntoJson('{"mcpServers": []}', ['mcpServers'], 'toy', entry)).toThrow(
      '"mcpServers" in that file is not an object',
    );
  });
});

describe('mergeIntoToml', () => {
  const mine = '# my settings\nmodel = "x"\n\n[mcp_servers.other]\ncommand = "y"\n';

  it('appends its table and leaves every other byte alone', () => {
    const { text } = mergeIntoToml(mine, ['mcp_servers'], 'toy', entry);
    expect(text).toBe(`${mine}\n[mcp_servers.toy]\ncommand = "npx"\nargs = ["-y", "@scope/toy-mcp"]\n`);
    expect(mergeIntoToml(text, ['mcp_servers'], 'toy', entry).text).toBe(text);
  });

  it('replaces the lines of its own table only', () => {
    const before =
      '[mcp_servers."toy"] # old\ncommand = "old"\n\n[mcp_servers.toy.env]\nMINE = "1"\n\n[tui]\ntheme = "dark"\n';
    const { text, replaced } = mergeIntoToml(before, ['mcp_servers'], 'toy', entry);
    expect(replaced).toBe(true);
    expect(text).toBe(
      '[mcp_servers.toy]\ncommand = "npx"\nargs = ["-y", "@scope/toy-mcp"]\n\n[mcp_servers.toy.env]\nMINE = "1"\n\n[tui]\ntheme = "dark"\n',
    );
  });

  it('writes variables and quotes as TOML wants them', () => {
    const odd = { command: 'C:\\node "x"', args: [], env: { PATH: '/a b' } };
    expect(mergeIntoToml('', ['mcp_servers'], 'toy', odd).text).toBe(
      '[mcp_servers.toy]\ncommand = "C:\\\\node \\"x\\""\nargs = []\nenv = { PATH = "/a b" }\n',
    );
  });
});
