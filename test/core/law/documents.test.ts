import { describe, expect, test } from "vitest";
import { checkCreditor, checkDebtNotice } from "#core/law/documents.ts";
import { DEBT_NOTICE_ITEMS } from "#core/law/rules.ts";
import { pack } from "./law-arbitraries.ts";

const notice = {
  reason: "Fatura 1234 vencida",
  suspensionAndRescissionDates: "Suspensão a partir de 29/09/2026, rescisão a partir de 28/11/2026",
  amountAndReferenceMonth: "R$ 129,90, agosto de 2026",
  bureauRecordAfterRescission: "Após a rescisão o débito pode ser registrado",
  reconnectionDeadline: "Um dia após o pagamento",
};
const creditor = { name: "Rede Azul", address: "Rua A, 1, Recife", taxId: "54550752000155" };

describe("a notice of debt", () => {
  test("with its five items may leave", () => {
    expect(DEBT_NOTICE_ITEMS).toHaveLength(5);
    expect(checkDebtNotice(notice, pack)).toEqual({ ok: true, value: notice });
  });

  test.each(DEBT_NOTICE_ITEMS)("without %s is refused", (item) => {
    const place = DEBT_NOTICE_ITEMS.indexOf(item) + 1;
    expect(checkDebtNotice({ ...notice, [item]: " \n" }, pack)).toEqual({
      ok: false,
      refusal: { code: "notice_item_empty", item, place, rule: "RGC-71" },
    });
  });
});

describe("a document that collects", () => {
  test("names its creditor in full", () => {
    expect(checkCreditor(creditor, pack)).toEqual({ ok: true, value: creditor });
  });

  test.each(["name", "address", "taxId"] as const)("is refused without the %s", (field) => {
    expect(checkCreditor({ ...creditor, [field]: "" }, pack)).toEqual({
      ok: false,
      refusal: { code: "creditor_incomplete", field, rule: "CDC-42-A" },
    });
  });
});
