import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ReturnTitle, TitleKind } from "#core/bank/return/title.ts";
import {
  BANKS_240,
  BANKS_400,
  bankCode,
  cnab240,
  cnab400,
  type Event,
  numberWidth240,
  numberWidth400,
} from "#test/core/bank/support/cnab-writer.ts";
import { anEvent } from "#test/core/bank/support/events.ts";
import { CODES_240, CODES_400, kindOf } from "#test/core/bank/support/occurrence-codes.ts";
import { readReturn } from "#test/core/bank/support/read-return.ts";

/** What a sample's own `.expected.json` says; also what the synthetic files below are made to say. */
type Expected = {
  readonly format: string;
  readonly bank: string;
  readonly fileDate: string | null;
  readonly hasTrailer: boolean;
  readonly details: readonly Record<string, unknown>[];
};
type Sample = { readonly name: string; readonly content: string; readonly expected: Expected };

const KIND_NAMES: Partial<Record<string, TitleKind>> = { info: "other", writeoff: "written-off" };

const OWN_NAMES: Partial<Record<string, keyof ReturnTitle>> = {
  occurrence: "code",
  titleCents: "titleAmount",
  paidCents: "paidAmount",
  grossPaidCents: "grossPaidAmount",
  netCents: "netAmount",
  feeCents: "fee",
  interestCents: "interest",
  discountCents: "discount",
  abatementCents: "abatement",
};

/** The fields that the expectation names, under its names. */
const inItsTerms = (title: ReturnTitle, names: readonly string[]) =>
  Object.fromEntries(
    names.map((name) => [name, title[OWN_NAMES[name] ?? (name as keyof ReturnTitle)]]),
  );

const withOurKinds = (detail: Record<string, unknown>) => {
  const kind = String(detail.kind);
  return { ...detail, kind: KIND_NAMES[kind] ?? kind };
};

describe.each(samples())("$name", ({ content, expected }) => {
  const { titles, refusals, summary } = readReturn(content.split("\n"));

  test("is read whole", () => {
    expect(refusals).toEqual([]);
    expect(summary).toMatchObject({
      bank: expected.bank,
      layout: expected.format,
      fileDate: expected.fileDate,
      hasTrailer: expected.hasTrailer,
      titles: expected.details.length,
      damagedLines: 0,
      openTitle: null,
    });
  });

  test("gives every title with its code, amounts and dates", () => {
    const names = expected.details.map((detail) => Object.keys(detail));
    expect(titles.map((title, index) => inItsTerms(title, names[index] ?? []))).toEqual(
      expected.details.map(withOurKinds),
    );
  });
});

/** A folder of banks' files with their expectations can be named; the project's own are always read. */
function samples(): Sample[] {
  const folder = process.env.ACORDO_CNAB_SAMPLES;
  const named = folder === undefined ? [] : readdirSync(folder).filter((f) => f.endsWith(".ret"));
  const fromFolder = named.map((file) => {
    const path = join(folder as string, file);
    const expected = readFileSync(path.replace(/\.ret$/, ".expected.json"), "utf8");
    return { name: file, content: readFileSync(path, "latin1"), expected: JSON.parse(expected) };
  });
  return [...fromFolder, ...BANKS_400.map(synthetic400), ...BANKS_240.map(synthetic240)];
}

function synthetic400(bank: (typeof BANKS_400)[number]): Sample {
  const events = oneOfEachKind(CODES_400[bank], numberWidth400(bank));
  const details = events.map((event, index) => ({
    ...said(event),
    line: index + 2,
    kind: kindOf(CODES_400[bank], event.code),
  }));
  return {
    name: `synthetic CNAB400 ${bank}`,
    content: cnab400(bank, "2026-11-13", events).join("\r\n"),
    expected: expectation("CNAB400", bankCode(bank), details),
  };
}

function synthetic240(bank: (typeof BANKS_240)[number]): Sample {
  const events = oneOfEachKind(CODES_240[bank], numberWidth240(bank));
  const details = events.map((event, index) => ({
    ...said(event),
    line: index * 2 + 3,
    kind: kindOf(CODES_240[bank], event.code),
    netCents: Math.max(0, event.paidCents - event.feeCents),
  }));
  return {
    name: `synthetic CNAB240 ${bank}`,
    content: cnab240(bank, "2026-11-13", events).join("\r\n"),
    expected: expectation("CNAB240", bank, details),
  };
}

function expectation(format: string, bank: string, details: Record<string, unknown>[]): Expected {
  return { format, bank, fileDate: "2026-11-13", hasTrailer: true, details };
}

function oneOfEachKind(codes: (typeof CODES_400)["341"], width: number): Event[] {
  const listed = [...Object.values(codes).map((list) => list[0] as string), "98"];
  return listed.map((code, index) =>
    anEvent({
      code,
      number: String(1_042 + index).padStart(width, "0"),
      feeCents: 210,
      interestCents: 33,
      discountCents: 7,
      abatementCents: 5,
      paidCents: 13_011,
      credited: index === 0 ? null : "2026-11-13",
    }),
  );
}

function said(event: Event) {
  return {
    occurrence: event.code,
    ourNumberKey: event.number.replace(/^0+/, ""),
    documentNumber: event.document,
    dueDate: event.due,
    titleCents: event.titleCents,
    feeCents: event.feeCents,
    interestCents: event.interestCents,
    discountCents: event.discountCents,
    abatementCents: event.abatementCents,
    paidCents: event.paidCents,
    occurrenceDate: event.occurred,
    creditDate: event.credited,
  };
}
