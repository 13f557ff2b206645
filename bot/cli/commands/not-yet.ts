import { define, toggle } from "../command.ts";
import { Failure } from "../failure.ts";
import { text } from "../readers.ts";

const unavailable = (what: string) => async (): Promise<never> => {
  throw new Failure(`${what} is not available yet; nothing was done.`);
};
const FILE = { name: "<file>", help: "the file", read: text(4_000) };

export const returnFile = define({
  name: "return",
  help: "Reads a bank's return file (CNAB 400 or 240). Not available yet.",
  example: "CB2411.RET --dry-run",
  args: [FILE],
  flags: {
    dryRun: toggle("--dry-run", "show what would come and change nothing"),
    details: toggle("--details", "tell of each line of the file"),
  },
  work: unavailable("Reading a bank's return file"),
});
