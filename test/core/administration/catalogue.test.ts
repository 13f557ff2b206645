import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Category,
  checkProfile,
  decideDeactivation,
  decideEntry,
  type LedgerUnit,
} from "#core/administration/catalogue.ts";
import { buildStaticPix } from "#core/bank/pix.ts";

const phone: Category = { id: "1", name: "Acordo por telefone", active: true };
const given: Category = { id: "2", name: "Mutirão", active: false };
const newId = "acordo-1";
const category = (id: string | null, name: string, standing = [phone, given]) =>
  decideEntry("category", standing, { form: { id, name }, newId });

describe("a list that agreements choose from", () => {
  test("takes a new entry under its own id, without blanks around its name", () => {
    expect(category(null, "  Visita ")).toEqual({
      ok: true,
      value: { before: null, after: { id: newId, name: "Visita", active: true } },
    });
  });

  test("changes the one of the id, which is offered again", () => {
    expect(category("2", "Mutirão")).toEqual({
      ok: true,
      value: { before: given, after: { ...given, active: true } },
    });
  });

  test("refuses an id that is not there, and a name that somebody has", () => {
    const list = "category";
    expect(category("9", "Visita")).toEqual({
      ok: false,
      refusal: { code: "entry_unknown", list, got: "9" },
    });
    expect(category(null, " Mutirão ")).toEqual({
      ok: false,
      refusal: { code: "entry_name_taken", list, got: "Mutirão", active: false },
    });
    expect(category("2", "Acordo por telefone")).toEqual({
      ok: false,
      refusal: { code: "entry_name_taken", list, got: "Acordo por telefone", active: true },
    });
    expect(decideDeactivation(list, [phone], "2")).toEqual({
      ok: false,
      refusal: { code: "entry_unknown", list, got: "2" },
    });
  });

  test("keeps a ledger unit's code, by which lines were booked, and lets its name change", () => {
    const unit: LedgerUnit = { id: "u", code: "3.1", name: "Juros", active: true };
    const asked = (code: string) =>
      decideEntry("ledgerUnit", [unit], { form: { id: "u", code, name: "Acréscimo" }, newId });
    expect(asked("3.9")).toEqual({
      ok: false,
      refusal: { code: "entry_name_kept", list: "ledgerUnit", got: "3.9", name: "3.1" },
    });
    expect(asked("3.1")).toMatchObject({ ok: true, value: { after: { name: "Acréscimo" } } });
  });

  test("never holds one name twice or loses an entry, whatever is asked of it", () => {
    const asked = fc.record({
      id: fc.option(fc.constantFrom("1", "2", "new-1", "new-3", "none")),
      name: fc.constantFrom("a", "b", "c", " a "),
      gone: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 12 }), (requests) => {
        let standing: Category[] = [phone, given];
        for (const [index, { id, name, gone }] of requests.entries()) {
          const change =
            gone && id !== null
              ? decideDeactivation("category", standing, id)
              : decideEntry("category", standing, { form: { id, name }, newId: `new-${index}` });
          if (!change.ok) continue;
          const { before, after } = change.value;
          expect(standing.includes(before as Category)).toBe(before !== null);
          standing = [...standing.filter((entry) => entry !== before), after];
        }
        expect(new Set(standing.map((entry) => entry.name)).size).toBe(standing.length);
        expect(new Set(standing.map((entry) => entry.id)).size).toBe(standing.length);
        expect(standing.map((entry) => entry.id)).toEqual(expect.arrayContaining(["1", "2"]));
      }),
    );
  });
});

describe("a payment profile", () => {
  test("names a bank whose files we read, or none", () => {
    expect(checkProfile({ bank: "341", pixKey: null })).toBeUndefined();
    expect(checkProfile({ bank: " ", pixKey: "" })).toBeUndefined();
    for (const bank of ["999", "Itaú", "34", "constructor"]) {
      expect(checkProfile({ bank, pixKey: null })).toMatchObject({
        code: "bank_unknown",
        got: bank,
        known: ["001", "033", "104", "237", "341", "748", "756"],
      });
    }
  });

  test("takes exactly the Pix keys that fit into a Pix code", () => {
    const key = fc.oneof(
      fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 90 }),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 90 }),
      fc.constantFrom("a".repeat(77), "a".repeat(78), "pix@provedor.example", "chave é"),
    );
    fc.assert(
      fc.property(key, (text) => {
        const trimmed = text.trim();
        fc.pre(trimmed !== "");
        const code = buildStaticPix({
          key: trimmed,
          amount: null,
          txid: null,
          merchantName: "Provedor",
          merchantCity: "Recife",
        });
        expect(checkProfile({ bank: null, pixKey: text }) === undefined).toBe(code.ok);
      }),
    );
  });
});
