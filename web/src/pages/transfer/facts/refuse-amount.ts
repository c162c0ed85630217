import { fenOf } from './info-form-draft.ts';

export async function refuseAmount(text: string | undefined, message: string): Promise<void> {
  if (fenOf(text) === undefined) await Promise.reject(new Error(message));
}
