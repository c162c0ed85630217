/** Everything that a play is told from outside. */
export interface PlaySettings {
  /** Address of the office's API. */
  readonly url: string;
  /** Folder of the play's own log. */
  readonly dataDir: string;
  readonly seed: number;
  readonly transfers: number;
  /** That other regions write within the month. */
  readonly letters: number;
  readonly courierSecret: string;
  readonly smsSecret: string;
  /** Port of 127.0.0.1 where the SMS centre takes messages. */
  readonly smsPort: number;
  /** Port of 127.0.0.1 where the office looks for its core system; absent: none is played. */
  readonly corePort?: number | undefined;
  readonly coreSecret?: string | undefined;
  /** The same of the national registry of mobiles. */
  readonly identityPort?: number | undefined;
  readonly identitySecret?: string | undefined;
  /** Every letter that leaves is printed before. */
  readonly prints: boolean;
  /** Office seconds per real second during office hours, while the office keeps up; the clock's ceiling bounds it. */
  readonly cruise: number;
  /** The same over nights and idle stretches. */
  readonly leap: number;
}
