import { describe, expect, test } from "vitest";
import { normaliseAgreement, titleIdentity } from "#core/bank/return/identity.ts";
import { cnab400 } from "#test/core/bank/support/cnab-writer.ts";
import { anEvent } from "#test/core/bank/support/events.ts";
import { readReturn } from "#test/core/bank/support/read-return.ts";

const number = "00000011";

function identities(fileDate: string, events: Parameters<typeof cnab400>[2]) {
  const { titles, summary } = readReturn(cnab400("341", fileDate, events));
  const file = summary ?? { fileDate: null, fileNumber: null };
  return titles.map((title) => titleIdentity(file, title));
}

describe("a line of a return file happens once", () => {
  test("the same file again is the same records", () => {
    const events = [anEvent({ number }), anEvent({ number: "00000012" })];
    expect(identities("2026-11-13", events)).toEqual(identities("2026-11-13", events));
  });

  test("the same title in a later file is another record of the same event", () => {
    const [first] = identities("2026-11-13", [anEvent({ number })]);
    const [again] = identities("2026-11-16", [anEvent({ number })]);
    expect(again?.event).toBe(first?.event);
    expect(again?.record).not.toBe(first?.record);
  });

  test("entry, payment and another amount of one title are three events", () => {
    const three = identities("2026-11-13", [
      anEvent({ number, code: "02" }),
      anEvent({ number }),
      anEvent({ number, paidCents: 5_000 }),
    ]);
    expect(new Set(three.map(({ event }) => event)).size).toBe(3);
  });
});

test("agreements compare without padding and punctuation", () => {
  expect(normaliseAgreement("0003294860")).toBe(normaliseAgreement("3.294.860"));
  expect(normaliseAgreement("0730/03511-0")).toBe("730035110");
});
