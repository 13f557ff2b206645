/** Ends a command with exit code 1; the message is the one line on standard error. */
export class Failure extends Error {
  override readonly name = "Failure";
}
