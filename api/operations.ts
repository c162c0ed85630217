/** Where each operation of the contract lives. */
import type { RequestHandler } from 'express';
import type { Ask } from '../exports/sources.ts';
import { callOperation } from './handling/call-operation.ts';
import type { ApiDependencies } from './handling/dependencies.ts';
import { absencesRoutes } from './routes/absences.ts';
import { approvalsRoutes } from './routes/approvals.ts';
import { archiveRoutes } from './routes/archive.ts';
import { auditSamplesRoutes } from './routes/audit-samples.ts';
import { bankRoutes } from './routes/bank.ts';
import { calendarRoutes } from './routes/calendar.ts';
import { changesRoutes } from './routes/changes.ts';
import { checksRoutes } from './routes/checks.ts';
import { clockRoutes } from './routes/clock.ts';
import { contactsRoutes } from './routes/contacts.ts';
import { contributionsRoutes } from './routes/contributions.ts';
import { coreRoutes } from './routes/core.ts';
import { creditsRoutes } from './routes/credits.ts';
import { debitsRoutes } from './routes/debits.ts';
import { directoryRoutes } from './routes/directory.ts';
import { documentTemplatesRoutes } from './routes/document-templates.ts';
import { documentsRoutes } from './routes/documents.ts';
import { draftsRoutes } from './routes/drafts.ts';
import { exportsRoutes } from './routes/exports.ts';
import { factsRoutes } from './routes/facts.ts';
import { handOverNotesRoutes } from './routes/hand-over-notes.ts';
import { healthRoutes } from './routes/health.ts';
import { heldWorkRoutes } from './routes/held-work.ts';
import { importCorrectionsRoutes } from './routes/import-corrections.ts';
import { importsRoutes } from './routes/imports.ts';
import { incomingRoutes } from './routes/incoming.ts';
import { interestRateRoutes } from './routes/interest-rates.ts';
import { letterheadRoutes } from './routes/letterhead.ts';
import { lettersRoutes } from './routes/letters.ts';
import { linkedRoutes } from './routes/linked.ts';
import { loadsRoutes } from './routes/loads.ts';
import { lookUpsRoutes } from './routes/look-ups.ts';
import { manualDecisionsRoutes } from './routes/manual-decisions.ts';
import { messageTemplatesRoutes } from './routes/message-templates.ts';
import { metricsRoutes } from './routes/metrics.ts';
import { monthlySheetsRoutes } from './routes/monthly-sheets.ts';
import { myWorkRoutes } from './routes/my-work.ts';
import { officeRulesRoutes } from './routes/office-rules.ts';
import { officeDocumentsRoutes } from './routes/office-documents.ts';
import { officeRoutes } from './routes/office.ts';
import { operationsRoutes } from './routes/operations.ts';
import { papersRoutes } from './routes/papers.ts';
import { periodMetricsRoutes } from './routes/period-metrics.ts';
import { personsRoutes } from './routes/persons.ts';
import { platformRoutes } from './routes/platform.ts';
import { practiceDeskRoutes } from './routes/practice-desk.ts';
import { practiceRoutes } from './routes/practice.ts';
import { refusalsRoutes } from './routes/refusals.ts';
import { remittancesRoutes } from './routes/remittances.ts';
import { sessionsRoutes } from './routes/sessions.ts';
import { staffRoutes } from './routes/staff.ts';
import { statusRoutes } from './routes/status.ts';
import { tasksRoutes } from './routes/tasks.ts';
import { transfersRoutes } from './routes/transfers.ts';
import { upkeepRoutes } from './routes/upkeep.ts';
import { courierRoutes } from './routes/webhooks/courier.ts';
import { smsRoutes } from './routes/webhooks/sms.ts';

/** `ask`: puts a question of this API to itself, for a file that goes out. */
export const operations = (deps: ApiDependencies, ask: Ask): RequestHandler =>
  callOperation([
    healthRoutes(deps),
    sessionsRoutes(deps),
    transfersRoutes(deps),
    personsRoutes(deps),
    refusalsRoutes(deps),
    incomingRoutes(deps),
    contactsRoutes(deps),
    factsRoutes(deps),
    handOverNotesRoutes(deps),
    papersRoutes(deps),
    documentsRoutes(deps),
    officeDocumentsRoutes(deps),
    documentTemplatesRoutes(deps),
    letterheadRoutes(deps),
    linkedRoutes(deps),
    lettersRoutes(deps),
    courierRoutes(deps),
    creditsRoutes(deps),
    debitsRoutes(deps),
    remittancesRoutes(deps),
    platformRoutes(deps),
    approvalsRoutes(deps),
    bankRoutes(deps),
    importsRoutes(deps),
    importCorrectionsRoutes(deps),
    exportsRoutes({ ...deps, ask }),
    metricsRoutes(deps),
    periodMetricsRoutes(deps),
    heldWorkRoutes(deps),
    manualDecisionsRoutes(deps),
    monthlySheetsRoutes(deps),
    archiveRoutes(deps),
    auditSamplesRoutes(deps),
    myWorkRoutes(deps),
    statusRoutes(deps),
    tasksRoutes(deps),
    staffRoutes(deps),
    absencesRoutes(deps),
    loadsRoutes(deps),
    lookUpsRoutes(deps),
    directoryRoutes(deps),
    interestRateRoutes(deps),
    officeRoutes(deps),
    calendarRoutes(deps),
    contributionsRoutes(deps),
    coreRoutes(deps),
    messageTemplatesRoutes(deps),
    officeRulesRoutes(deps),
    checksRoutes(deps),
    draftsRoutes(deps),
    clockRoutes(deps),
    changesRoutes(deps),
    smsRoutes(deps),
    operationsRoutes(deps),
    upkeepRoutes(deps),
    practiceRoutes(deps),
    practiceDeskRoutes(deps),
  ]);
