import type { components, operations } from '../../../api/contract.generated.ts';

export type Schemas = components['schemas'];
export type Problem = Schemas['Problem'];
export type Defect = Schemas['Defect'];
export type TransferRow = Schemas['TransferRow'];
export type TransferDetail = Schemas['TransferDetail'];
export type Procedure = Schemas['Procedure'];
export type ProcedureStep = Schemas['ProcedureStep'];
export type Progress = Schemas['Progress'];
export type StepView = Schemas['StepView'];
export type Task = Schemas['Task'];
export type Reason = Schemas['Reason'];
export type Me = Schemas['Me'];
export type Clock = Schemas['Clock'];
export type NewFact = Schemas['NewFact'];
export type NewFactKind = NewFact['kind'];
export type PracticeAccount =
  operations['listPracticeAccounts']['responses'][200]['content']['application/json']['items'][number];
