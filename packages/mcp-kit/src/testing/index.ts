export { answerBudget, sizeOf } from '../respond/answer.ts';
export type { JsonSchema } from '../tool/advertise.ts';
export { answerFaults, type CheckedAnswer } from './answers/answer-faults.ts';
export { type AnswerSuiteOptions, answerSuite } from './answers/answer-suite.ts';
export { capabilityFaults, capabilitySuite } from './capability-suite.ts';
export { catalogueSuite } from './catalogue-suite.ts';
export { type Era, modernRevision, type OpenClientOptions, openClient } from './client.ts';
export {
  type ConnectTestOptions,
  connect,
  type SentRequest,
  type TestAnswer,
  type TestPlatform,
  type TestServer,
} from './connect.ts';
export { type ContractOptions, contractSuite } from './contract-suite.ts';
export type { FaultCase, FaultyEmulator, SuiteFault } from './fault-cases.ts';
export { type FaultSuiteOptions, faultSuite } from './fault-suite.ts';
export { fileFaults, hostileNames } from './file-rules.ts';
export { folderSuite, toolFolderSuite } from './folder-suite.ts';
