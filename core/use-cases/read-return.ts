import { normaliseAgreement, titleIdentity } from "../bank/return/identity.ts";
import type { ReturnTitle } from "../bank/return/title.ts";
import { type CivilDate, earlierOf } from "../calendar.ts";
import type { Unit } from "../ports.ts";
import { accept, refuse } from "../result.ts";
import type {
  NewReturnFile,
  ReturnCounts,
  ReturnFileRecord,
  TitleLine,
  TitleResult,
} from "../return-ports.ts";
import { command } from "./command.ts";
import { record } from "./record.ts";
import { takeTitles } from "./take-titles.ts";

/** The days and number of a file that its titles are told apart by. */
export type FileFacts = Pick<NewReturnFile, "fileDate" | "fileNumber">;

/** A title as it is taken: with what makes it happen once, and the day on which the customer is held to have paid. */
export function titleLine(title: ReturnTitle, file: FileFacts, today: CivilDate): TitleLine {
  const identity = titleIdentity(file, title);
  const { bank, agreementCode, ourNumberKey, documentNumber, occurrenceDate, creditDate } = title;
  const isNameless = ourNumberKey === "" && documentNumber === "";
  const paidOn = occurrenceDate ?? creditDate ?? file.fileDate ?? today;
  return {
    ...title,
    // Two titles that the bank gives no number are not one because their amounts are alike.
    event: isNameless ? identity.record : identity.event,
    titleKey: isNameless
      ? identity.record
      : [bank, normaliseAgreement(agreementCode ?? ""), ourNumberKey || documentNumber].join("|"),
    paidOn: earlierOf(paidOn, today),
  };
}

/** First of a file: whether it was read before. */
export const openReturn = command<NewReturnFile, ReturnFileRecord>(
  "return open",
  "return.read",
  async (unit, { input }) => accept(await unit.openReturnFile(input)),
);

export type TakeLines = { readonly file: number; readonly lines: readonly TitleLine[] };

/** Then its titles, some at a time: a file of any size holds few locks, and goes on where it stopped. */
export const takeReturnLines = command<TakeLines, readonly TitleResult[]>(
  "return take",
  "return.read",
  async (unit, { input, today }) => accept(await takeTitles(unit, input, today)),
);

type Closing = Pick<NewReturnFile, "bank" | "titles"> & { readonly file: number };

/** Last the counts, once: who reads it again gets the same. */
export const closeReturn = command<Closing, ReturnCounts>(
  "return",
  "return.read",
  async (unit, { input }) => accept(await finish(unit, input)),
);

async function finish(unit: Unit, { file, bank, titles }: Closing): Promise<ReturnCounts> {
  const { counts, isFirst } = await unit.finishReturnFile(file);
  if (isFirst) {
    await record(unit, [{ kind: "return_read", data: { file, bank, titles, ...counts } }]);
  }
  return counts;
}

type Rehearsing = {
  readonly file: NewReturnFile;
  readonly pieces: () => AsyncIterable<readonly TitleLine[]>;
  readonly told: (lines: readonly TitleLine[], results: readonly TitleResult[]) => void;
  readonly counted: (counts: ReturnCounts, seenBefore: boolean) => void;
};

/**
 * All of it in one transaction that ends in a refusal, so that nothing is kept: what it tells is what reading the file
 * would do. Not for a retry, so without a key.
 */
export const rehearseReturn = command<Rehearsing, never>(
  "return --dry-run",
  "return.read",
  async (unit, { input: { file, pieces, told, counted }, today }) => {
    const opened = await unit.openReturnFile(file);
    for await (const lines of pieces()) {
      told(lines, await takeTitles(unit, { file: opened.id, lines }, today));
    }
    counted((await unit.finishReturnFile(opened.id)).counts, opened.counts !== null);
    return refuse({ code: "only_rehearsed" });
  },
);
