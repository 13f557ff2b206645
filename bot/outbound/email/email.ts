export type Email = {
  /** Ours, so that a bounce and a copy in the recipient's mailbox can be told to be this one. */
  readonly id: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  /** Plain text as a person typed it; what is sent as HTML is made from it. */
  readonly body: string;
  /** Creditor, address and tax id (CDC art. 42-A), a line each. */
  readonly footer: readonly string[];
  readonly attachments: readonly {
    readonly name: string;
    readonly mediaType: string;
    readonly bytes: Uint8Array;
  }[];
};
