import { fenOf } from '../../../format/fen.ts';

export async function refuseAmount(text: string | undefined, message: string): Promise<void> {
  if (fenOf(text) === undefined) await Promise.reject(new Error(message));
}
