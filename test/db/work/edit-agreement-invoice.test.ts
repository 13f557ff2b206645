import { expect, test } from "vitest";
import { date } from "#core/calendar.ts";
import { editAgreementInvoice } from "#core/use-cases/edit-agreement-invoice.ts";
import { type By, must, opening } from "#test/support/desk.ts";
import { agreementStatus, events } from "#test/support/look.ts";
import { single, split, unchanged } from "#test/support/proposals.ts";
import { invoiceId } from "#test/support/provider.ts";
import { rows } from "./support.ts";

const provider = opening();

async function anAgreement() {
  const p = provider();
  await p.customer("C1", {
    owing: { A: ["129.90", "2026-05-01"], B: ["99.95", "2026-06-01"] },
  });
  await p.negotiate("C1");
  must(await p.agree("C1", ["A", "B"], split(2, "2026-07-20", { tolerance: "2026-07-15" })));
  const edit = (
    invoice: string,
    to: { readonly due?: string; readonly description?: string },
    by: By = { as: "sonia" },
  ) =>
    p.ask(
      editAgreementInvoice,
      {
        invoice: invoiceId(invoice),
        dueDate: to.due === undefined ? undefined : date(to.due),
        description: to.description,
      },
      by,
    );
  return { p, edit };
}

test("another due date moves the last day on which the promise can be kept", async () => {
  const { p, edit } = await anAgreement();
  // A Saturday: the next business day is Monday.
  expect(must(await edit("AC1-1", { due: "2026-08-01" }))).toMatchObject({
    dueDate: "2026-08-01",
    breaksAfter: "2026-08-03",
  });
  expect(
    await rows(
      p,
      `select i.due_date, i.amount_cents, c.due_date as shown, c.breaks_after, c.tolerance_date, c.stage
       from invoice i join collection c on c.invoice_id = i.id where i.id = 'AC1-1'`,
    ),
  ).toMatchObject([
    {
      due_date: "2026-08-01",
      shown: "2026-08-01",
      breaks_after: "2026-08-03",
      tolerance_date: "2026-07-15",
      stage: "in agreement",
    },
  ]);
  expect(await events(p.database.sql, "invoice_edited")).toMatchObject([
    {
      invoice: "AC1-1",
      agreement: 1,
      actor: "sonia",
      data: { dueDate: "2026-08-01", previousDueDate: "2026-07-20" },
    },
  ]);
});

test("the tolerance date holds when the invoice is due before it", async () => {
  const { edit } = await anAgreement();
  expect(must(await edit("AC1-1", { due: "2026-07-01" }))).toMatchObject({
    breaksAfter: "2026-07-15",
  });
});

test("a description alone changes nothing else", async () => {
  const { p, edit } = await anAgreement();
  must(await edit("AC1-2", { description: " Parcela final " }));
  expect(await rows(p, "select description, due_date from invoice where id = 'AC1-2'")).toEqual([
    { description: "Parcela final", due_date: "2026-08-20" },
  ]);
});

test("an approval over a date that moved is without effect", async () => {
  const { p, edit } = await anAgreement();
  const on = "2026-07-22";
  const asked = single("2026-07-30", { discount: "50", tolerance: "2026-08-10" });
  const { agreement } = must(await p.agree("C1", ["AC1-1"], asked, { as: "ana", on }));
  expect(await agreementStatus(p.database.sql, agreement!)).toBe("awaiting approval");
  must(await edit("AC1-1", { due: "2026-07-30" }, { as: "sonia", on }));
  expect(await agreementStatus(p.database.sql, agreement!)).toBe("void");
});

test("refused, changing nothing, when it is not an agreement's unpaid invoice", async () => {
  const { p, edit } = await anAgreement();
  const to = { due: "2026-08-01" };
  await p.refused(() => edit("X", to), { code: "invoice_unknown" });
  await p.refused(() => edit("A", to), { code: "stage_does_not_fit", stage: "replaced" });
  must(await p.pay("AC1-1"));
  await p.refused(() => edit("AC1-1", to), { code: "already_paid", invoice: "AC1-1" });
  await p.customer("C2", { owing: { D: ["10.00", "2026-05-01"] } });
  await p.negotiate("C2");
  await p.refused(() => edit("D", to), {
    code: "stage_does_not_fit",
    stage: "awaiting negotiation",
    expected: ["in agreement"],
  });
  must(await p.agree("C2", ["D"], unchanged()));
  await p.refused(() => edit("D", to), { code: "invoice_of_billing", invoice: "D" });
});

test("refused, changing nothing, when nothing is to change or the date is past", async () => {
  const { p, edit } = await anAgreement();
  await p.refused(() => edit("AC1-1", {}), { code: "nothing_changed" });
  await p.refused(() => edit("AC1-1", { due: "2026-07-20" }), { code: "nothing_changed" });
  await p.refused(() => edit("AC1-1", { description: "\n" }), {
    code: "field_empty",
    field: "description",
  });
  await p.refused(() => edit("AC1-1", { due: "2026-06-30" }), {
    code: "day_in_the_past",
    field: "due",
    got: "2026-06-30",
    today: "2026-07-01",
  });
});

test("refused, changing nothing, while the bureau has it", async () => {
  const { p, edit } = await anAgreement();
  for (const key of ["law.spc.requireContractEnded", "law.spc.requireNotice"]) {
    must(await p.set(key, "false"));
  }
  must(await p.register("AC1-1", "SPC", { on: "2026-07-27" }));
  await p.refused(() => edit("AC1-1", { due: "2026-08-01" }), {
    code: "spc_record_live",
    invoice: "AC1-1",
    record: 1,
  });
});
