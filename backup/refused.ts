/** Why a backup is not made, opened or restored, in one sentence for the operator; nothing was changed then. */
export class BackupRefused extends Error {}
