import type { ReturnHeader, ReturnTitle } from "#core/bank/return/title.ts";

/**
 * What makes a title's line happen once. `record` is the line in its file, so the same file again is the same record.
 * `event` is what happened to the title, whatever file tells it: a bank that repeats a title in a later file repeats
 * the event.
 */
export type TitleIdentity = { readonly record: string; readonly event: string };

export function titleIdentity(
  file: Pick<ReturnHeader, "fileDate" | "fileNumber">,
  title: ReturnTitle,
): TitleIdentity {
  const event = [
    title.bank,
    normaliseAgreement(title.agreementCode ?? ""),
    title.ourNumberKey,
    title.documentNumber,
    title.code,
    title.occurrenceDate ?? "",
    title.creditDate ?? "",
    String(title.titleAmount),
    String(title.paidAmount),
  ].join("|");
  const record = [file.fileDate ?? "", file.fileNumber ?? "", String(title.line), event].join("|");
  return { record, event };
}

/** Agreement codes compare without the padding and punctuation that files and people give them. */
export const normaliseAgreement = (code: string): string =>
  code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replace(/^0+/, "");
