const fixtureTool = 'calls a tool that only the suite’s own fixture server has';
const fixtureResource = 'reads a resource that only the suite’s own fixture server has';
const fixturePrompt = 'gets a prompt that only the suite’s own fixture server has';
const noLogging = 'MCP logging is deprecated (SEP-2577) and not declared: logs go to stderr';
const noSubscriptions = 'resources here do not change while somebody reads; subscription is not declared';

/** Scenarios of the frozen requirement sets that do not apply to a server of this kind, each with the reason. */
export const excused = {
  '2025-11-25': {
    'logging-set-level': noLogging,
    'completion-complete': fixturePrompt,
    'tools-call-simple-text': fixtureTool,
    'tools-call-image': fixtureTool,
    'tools-call-audio': fixtureTool,
    'tools-call-embedded-resource': fixtureTool,
    'tools-call-mixed-content': fixtureTool,
    'tools-call-with-logging': fixtureTool,
    'tools-call-error': fixtureTool,
    'tools-call-with-progress': fixtureTool,
    'tools-call-sampling': fixtureTool,
    'tools-call-elicitation': fixtureTool,
    'elicitation-sep1034-defaults': fixtureTool,
    'elicitation-sep1330-enums': fixtureTool,
    'resources-read-text': fixtureResource,
    'resources-read-binary': fixtureResource,
    'resources-templates-read': fixtureResource,
    'resources-subscribe': noSubscriptions,
    'resources-unsubscribe': noSubscriptions,
    'prompts-get-simple': fixturePrompt,
    'prompts-get-with-args': fixturePrompt,
    'prompts-get-embedded-resource': fixturePrompt,
    'prompts-get-with-image': fixturePrompt,
  },
  '2026-07-28': {
    'server-stateless:sep-2575-server-rejects-undeclared-capability': fixtureTool,
    'server-stateless:sep-2575-missing-capability-http-400': fixtureTool,
    'server-stateless:sep-2575-http-server-no-independent-requests-on-stream': fixtureTool,
    'server-stateless:sep-2575-server-no-log-without-loglevel': fixtureTool,
    'server-stateless:sep-2575-server-sends-prompts-list-changed-on-subscription':
      'lists never change while the server runs',
    'server-stateless:sep-2575-server-sends-tools-list-changed-on-subscription':
      'lists never change while the server runs',
    'completion-complete': fixturePrompt,
    'tools-call-simple-text': fixtureTool,
    'tools-call-image': fixtureTool,
    'tools-call-audio': fixtureTool,
    'tools-call-embedded-resource': fixtureTool,
    'tools-call-mixed-content': fixtureTool,
    'tools-call-error': fixtureTool,
    'tools-call-with-progress': fixtureTool,
    'resources-read-text': fixtureResource,
    'resources-read-binary': fixtureResource,
    'resources-templates-read': fixtureResource,
    'prompts-get-simple': fixturePrompt,
    'prompts-get-with-args': fixturePrompt,
    'prompts-get-embedded-resource': fixturePrompt,
    'prompts-get-with-image': fixturePrompt,
    'input-required-result-basic-elicitation': fixtureTool,
    'input-required-result-basic-sampling': fixtureTool,
    'input-required-result-basic-list-roots': fixtureTool,
    'input-required-result-request-state': fixtureTool,
    'input-required-result-multiple-input-requests': fixtureTool,
    'input-required-result-multi-round': fixtureTool,
    'input-required-result-non-tool-request': fixturePrompt,
    'input-required-result-result-type': fixtureTool,
    'input-required-result-tampered-state': fixtureTool,
    'input-required-result-capability-check': fixtureTool,
  },
} as const satisfies Record<string, Record<string, string>>;
