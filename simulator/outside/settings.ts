/** Everything that a play is told from outside. */
export interface PlaySettings {
  /** Address of the office's API. */
  readonly url: string;
  /** Folder of the play's own log. */
  readonly dataDir: string;
  readonly seed: number;
  readonly transfers: number;
  readonly courierSecret: string;
  readonly smsSecret: string;
  /** Port of 127.0.0.1 where the SMS centre takes messages. */
  readonly smsPort: number;
  /** Office seconds per real second during office hours, while the office keeps up; the clock's ceiling bounds it. */
  readonly cruise: number;
  /** The same over nights and idle stretches. */
  readonly leap: number;
}
