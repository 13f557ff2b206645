import { describe, expect, test } from "vitest";
import { standing } from "#test/support/look.ts";
import { banking, file, paid } from "./support.ts";

const bank = banking();

async function owing() {
  const b = bank();
  await b.customer("C1", {
    owing: {
      A: ["100.00", "2026-06-28", { number: "FAT-1" }],
      B: ["100.00", "2026-06-28", { number: "FAT-2" }],
    },
  });
  return b;
}

describe("a title finds its invoice", () => {
  test("by its number at the bank, whatever document stands beside it", async () => {
    const b = await owing();
    await b.numbered("A", "11");
    expect(await b.told(file([paid("11", 10_000, { document: "FAT-2" })]))).toEqual(["A: settled"]);
  });

  test("by the same number as billing's charge number, with or without padding", async () => {
    const b = await owing();
    await b.sql`update invoice set charge_number = '00000011' where id = 'A'`;
    await b.sql`update invoice set charge_number = '12' where id = 'B'`;
    expect(await b.told(file([paid("11", 10_000), paid("12", 10_000)]))).toEqual([
      "A: settled",
      "B: settled",
    ]);
  });

  test("never by a charge number that only looks like its number with the check digit", async () => {
    const b = await owing();
    await b.sql`update invoice set charge_number = '114' where id = 'A'`;
    await b.sql`update invoice set charge_number = '1144' where id = 'B'`;
    // Printed 00000011-4 and 00000114-4.
    expect(await b.told(file([paid("11", 10_000), paid("114", 10_000)]))).toEqual([
      "-: unmatched",
      "A: settled",
    ]);
  });

  test("by the document number, exactly", async () => {
    const b = await owing();
    const events = ["FAT-1", "FAT-02", "fat-2"].map((document, n) =>
      paid(`${n + 50}`, 10_000, { document }),
    );
    expect(await b.told(file(events))).toEqual(["A: settled", "-: unmatched", "-: unmatched"]);
  });

  test("never by its amount", async () => {
    const b = await owing();
    expect(await b.told(file([paid("99", 10_000)]))).toEqual(["-: unmatched"]);
    expect(await standing(b.sql, "A")).toMatchObject({ paid: 0 });
  });

  test("not when two may be meant", async () => {
    const b = await owing();
    await b.sql`update invoice set charge_number = '11'`;
    expect(await b.told(file([paid("11", 10_000)]))).toEqual(["-: ambiguous"]);
  });

  test("not when it is charged through another bank", async () => {
    const b = await owing();
    await b.numbered("A", "11", "237");
    await b.sql`update payment_profile set bank = '237'`;
    await b.sql`update invoice set payment_profile = 'Itaú 109', charge_number = '12' where id = 'B'`;
    const events = [
      paid("11", 10_000),
      paid("12", 10_000),
      paid("9", 10_000, { document: "FAT-2" }),
    ];
    expect(await b.told(file(events))).toEqual(["-: unmatched", "-: unmatched", "-: unmatched"]);
  });

  test("within its agreement: the same number of another agreement is another title", async () => {
    const b = await owing();
    await b.numbered("A", "77", "001-6", "123456");
    await b.numbered("B", "77", "001-6", "999999");
    const lines = file([paid("00000000077", 10_000)], "001-6").split("\r\n");
    const header = `${lines[0]?.slice(0, 40)}999999${lines[0]?.slice(46)}`;
    expect(await b.told([header, ...lines.slice(1)].join("\r\n"))).toEqual(["B: settled"]);
  });

  test("and gives its payment back to no other when the agreement is not known", async () => {
    const b = await owing();
    await b.numbered("A", "77", "001-6", "123456");
    await b.numbered("B", "77", "001-6", "999999");
    expect(await b.told(file([paid("00000000077", 10_000)], "001-6"))).toEqual(["-: ambiguous"]);
  });
});

describe("money that finds no invoice", () => {
  test("waits for an operator, and is told once", async () => {
    const b = await owing();
    await b.told(file([paid("98", 10_000), paid("99", 5_000)]));
    expect(
      await b.sql`select our_number, outcome from return_title where left_over order by line`,
    ).toEqual([
      { our_number: "000000984", outcome: "unmatched" },
      { our_number: "000000994", outcome: "unmatched" },
    ]);
    expect(await b.sql`select effect ->> 'titles' as titles from outbox`).toEqual([
      { titles: "2" },
    ]);
  });
});
