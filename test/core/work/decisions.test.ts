import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, date } from "#core/calendar.ts";
import type { ConnectionId, ContractId, CustomerId } from "#core/ids.ts";
import {
  CONNECTION_CHANGES,
  type Connection,
  decideConnectionChange,
} from "#core/work/connection.ts";
import {
  CONTACT_MEDIA,
  CONTACT_OUTCOMES,
  type ContactMark,
  standingMark,
} from "#core/work/contact-records.ts";
import { isTimeOfDay } from "#core/work/task.ts";

const TODAY = date("2026-07-01");

const connections: fc.Arbitrary<Connection> = fc.record({
  id: fc.constant("N1" as ConnectionId),
  customer: fc.constant("C1" as CustomerId),
  contract: fc.constant("K1" as ContractId),
  status: fc.constantFrom("normal", "reduced", "blocked"),
  wanted: fc.constantFrom(null, "normal", "blocked", "disconnected"),
  exceptedUntil: fc.option(fc.integer({ min: -5, max: 5 }).map((days) => addDays(TODAY, days))),
});

describe("a change of a connection", () => {
  it("is never asked for twice: once asked for, the same does not fit", () => {
    fc.assert(
      fc.property(connections, fc.constantFrom(...CONNECTION_CHANGES), (connection, change) => {
        const decided = decideConnectionChange(connection, change, TODAY);
        if (!decided.ok) return;
        const after = { ...connection, wanted: decided.value };
        expect(decideConnectionChange(after, change, TODAY)).toMatchObject({
          refusal: { code: "connection_does_not_fit" },
        });
      }),
    );
  });

  it("that blocks can always be taken back before the network did it", () => {
    fc.assert(
      fc.property(connections, (connection) => {
        const blocked = { ...connection, wanted: "blocked" as const };
        const back = decideConnectionChange(blocked, "unblock", TODAY);
        expect(back).toEqual({ ok: true, value: "normal" });
      }),
    );
  });

  it("never blocks a connection that is excepted, on the last day still", () => {
    fc.assert(
      fc.property(connections, (connection) => {
        const decided = decideConnectionChange(connection, "block", TODAY);
        if (connection.exceptedUntil !== null && connection.exceptedUntil >= TODAY) {
          expect(decided.ok).toBe(false);
        }
      }),
    );
  });

  it("restores speed only where it is reduced", () => {
    fc.assert(
      fc.property(connections, (connection) => {
        const decided = decideConnectionChange(connection, "restore-speed", TODAY);
        expect(decided.ok).toBe(connection.status === "reduced" && connection.wanted !== "normal");
      }),
    );
  });

  it("that ends a session forgets no block or release that the network still owes", () => {
    fc.assert(
      fc.property(connections, (connection) => {
        const decided = decideConnectionChange(connection, "disconnect", TODAY);
        expect(decided.ok).toBe(connection.wanted === null);
      }),
    );
  });
});

describe("what was said of a customer's address", () => {
  const marks: fc.Arbitrary<ContactMark[]> = fc.array(
    fc.record({
      medium: fc.constantFrom(...CONTACT_MEDIA),
      outcome: fc.constantFrom(...CONTACT_OUTCOMES),
    }),
  );

  it("on the phone holds for text messages, and for nothing else", () => {
    const said = [{ medium: "phone", outcome: "wrong person" }] as const;
    expect(standingMark(said, "sms")).toBe("wrong person");
    expect(standingMark(said, "email")).toBeUndefined();
    expect(standingMark(said, "app")).toBeUndefined();
  });

  it("stands until the customer welcomes contact again, whatever else happens", () => {
    fc.assert(
      fc.property(marks, fc.constantFrom("opted out", "wrong person"), (earlier, outcome) => {
        const said = [...earlier, { medium: "email", outcome } as const];
        const talked = [...said, { medium: "email", outcome: "promised" } as const];
        const welcome = [...talked, { medium: "email", outcome: "welcome" } as const];
        expect(standingMark(talked, "email")).toBe(outcome);
        expect(standingMark(welcome, "email")).toBeUndefined();
      }),
    );
  });

  it("is nothing where nobody said stop", () => {
    fc.assert(
      fc.property(marks, (said) => {
        const calm = said.filter(({ outcome }) => !["opted out", "wrong person"].includes(outcome));
        for (const channel of ["email", "sms", "app"] as const) {
          expect(standingMark(calm, channel)).toBeUndefined();
        }
      }),
    );
  });
});

describe("a time of day", () => {
  it("is written with four digits", () => {
    for (const time of ["00:00", "09:05", "23:59"]) expect(isTimeOfDay(time)).toBe(true);
    for (const text of ["24:00", "9:05", "12:60", "12h30", "12:30 ", ""]) {
      expect(isTimeOfDay(text)).toBe(false);
    }
  });
});
