import { describe, expect, it } from "vitest";
import type { Message } from "#test/emulators/slack/types.ts";
import { agreementStatus, events, stages } from "#test/support/look.ts";
import { slackId, slackMayRefuse, theOffice } from "#test/support/slack-office.ts";
import { APPROVALS, askedFor, becomesDue, outboxRows, relayAll } from "./approval-support.ts";
import { goTo, presses } from "./wizard-support.ts";

const office = theOffice();

/** What is asked and shown in the approvers' channel. */
const asked = (): readonly Message[] => office().person("carla").messages(APPROVALS);
const direct = (): readonly Message[] =>
  office()
    .person("ana")
    .messages(`D${slackId("ana")}`);

describe("an agreement beyond its author's allowance", () => {
  it("is put to the approvers with its figures, its history in two lines, and buttons", async () => {
    const agreement = await askedFor(office());
    await relayAll(office());

    const screen = office().person("carla").screen();
    expect(screen).toContain(`Aprovação do acordo ${agreement}`);
    expect(screen).toContain("Proposto por ana em 01/07/2026");
    expect(screen).toContain("Soma das faturas: R$ 300,00");
    expect(screen).toContain("*Total: R$ 240,00*");
    expect(screen).toContain("À vista, com vencimento em 15/07/2026");
    expect(screen).toContain("desconto: 20 %, e a alçada vai até 10 %");
    expect(screen).toContain(
      "2 faturas, a mais antiga vencida há 58 dias · último pagamento: nunca",
    );
    expect(screen).toContain("Acordos anteriores: 0");
    expect(screen).toContain("[Aprovar] [Recusar] [Contraproposta] [Abrir a conta]");
  });

  it("holds when a supervisor approves; the message says who and when, and the author is told", async () => {
    const agreement = await askedFor(office());
    await relayAll(office());
    await office().person("carla").press("approval-approve", { in: "message", confirm: true });
    await office().person("carla").sees("Aprovado por carla em 01/07/2026");
    expect(office().person("carla").screen()).not.toContain("[Aprovar]");
    await relayAll(office());

    const { sql } = office().database;
    expect(await agreementStatus(sql, agreement)).toBe("live");
    expect(await events(sql, "agreement_approved")).toMatchObject([
      { actor: "carla", agreement, data: { askedBy: "ana" } },
    ]);
    expect(direct().map(({ text }) => text)).toEqual([
      `Seu acordo ${agreement} com Cliente C1, de R$ 240,00, foi aprovado e está em vigor.`,
    ]);
    expect(asked()).toHaveLength(1);
  });

  it("asks first, and names what, for whom and how much", async () => {
    const agreement = await askedFor(office());
    await relayAll(office());
    const carla = office().person("carla");

    await expect(carla.press("approval-approve", { in: "message" })).rejects.toThrow(
      `O acordo ${agreement} com Cliente C1, no total de R$ 240,00, entra em vigor na hora.`,
    );
    await carla.press("approval-approve", { in: "message", confirm: false });
    expect(await agreementStatus(office().database.sql, agreement)).toBe("awaiting approval");
  });

  it("is refused with a reason, which its author reads; its invoices are free", async () => {
    const agreement = await askedFor(office());
    await relayAll(office());
    const carla = office().person("carla");
    await carla.press("approval-refuse", { in: "message" });
    await carla.sees("Recusar acordo");
    await carla.type("reason", "   ");
    await carla.submit();
    expect(carla.fieldErrors()).toEqual({
      reason: "O motivo está vazio. Diga em poucas palavras por quê.",
    });
    await carla.type("reason", "desconto *alto* demais");
    await carla.submit();
    await carla.sees("Recusado por carla em 01/07/2026: desconto *\u200balto*\u200b demais");
    await relayAll(office());

    const { sql } = office().database;
    expect(await agreementStatus(sql, agreement)).toBe("refused");
    expect(await events(sql, "agreement_refused")).toMatchObject([
      { actor: "carla", data: { reason: "desconto *alto* demais" } },
    ]);
    expect(direct()[0]?.text).toContain("foi recusado");
    expect(await stages(sql, "C1")).toBe("A: awaiting negotiation, B: awaiting negotiation");
  });

  it("is countered: refused, and the wizard opens with its terms as a proposal of the approver", async () => {
    const agreement = await askedFor(office());
    await relayAll(office());
    const carla = office().person("carla");
    await carla.press("approval-counter", { in: "message" });
    await carla.sees("o assistente abre com as mesmas condições");
    await carla.type("reason", "faça 15 %");
    await carla.submit();
    expect(carla.screen()).toContain("<20>");
    expect(carla.screen()).toContain("Sua alçada: desconto até 30 %");
    await carla.type("term-discount", "15");
    await presses(office(), carla, "wizard-recalculate");
    expect(carla.screen()).toContain("*Total do acordo: R$ 255,00*");
    await goTo(carla, "split");
    await goTo(carla, "summary");
    await carla.submit();

    const { sql } = office().database;
    expect(carla.screen()).toContain("no total de *R$ 255,00*, com 1 fatura a receber");
    expect(await agreementStatus(sql, agreement)).toBe("refused");
    expect(await events(sql, "agreement_made")).toMatchObject([{ actor: "carla" }]);
  });

  it("is not its author's to approve, nor to refuse", async () => {
    await askedFor(office(), { as: "carla", discount: "40" });
    await relayAll(office());
    const carla = office().person("carla");
    await carla.press("approval-approve", { in: "message", confirm: true });
    await carla.sees("foi feito por você");
    await carla.closeModal();
    await carla.press("approval-refuse", { in: "message" });
    await carla.sees("foi feito por você");

    expect(await events(office().database.sql, "agreement_approved")).toEqual([]);
  });

  it("needs an approver whose own allowance reaches so far", async () => {
    await askedFor(office(), { discount: "50" });
    await relayAll(office());
    const carla = office().person("carla");
    await carla.press("approval-approve", { in: "message", confirm: true });
    await carla.sees("sua alçada vai até 30 %");
    await carla.closeModal();
    await office().person("diego").press("approval-approve", { in: "message", confirm: true });
    await carla.sees("Aprovado por diego");
  });

  it("is nothing for who may not approve", async () => {
    office().slack.changeChannel(APPROVALS, {
      members: [slackId("bruno"), slackId("carla"), "U0ACORDO"],
    });
    const agreement = await askedFor(office());
    await relayAll(office());
    await office().person("bruno").press("approval-approve", { in: "message", confirm: true });
    await office().person("bruno").sees("não tem a permissão agreement.approve");

    expect(await agreementStatus(office().database.sql, agreement)).toBe("awaiting approval");
  });

  it("is decided once by two people at once, and both see what came of it", async () => {
    const agreement = await askedFor(office());
    await relayAll(office());
    const [carla, diego] = [office().person("carla"), office().person("diego")];
    await Promise.all([
      carla.press("approval-approve", { in: "message", confirm: true }),
      diego.press("approval-approve", { in: "message", confirm: true }),
    ]);
    await office().slack.until(
      () => carla.modal() ?? diego.modal(),
      () => "nobody was told that somebody else was faster",
    );
    await office().slack.settled();

    const { sql } = office().database;
    expect(await events(sql, "agreement_approved")).toHaveLength(1);
    const [told] = [carla, diego].filter((person) => person.modal() !== undefined);
    expect(told?.screen()).toContain(`O acordo ${agreement} está em vigor`);
    expect(asked()[0]?.blocks?.some(({ type }) => type === "actions")).toBe(false);
  });

  it("is decided once however often Slack repeats the press", async () => {
    const agreement = await askedFor(office());
    await relayAll(office());
    const carla = office().person("carla");
    await carla.press("approval-approve", { in: "message", confirm: true });
    await carla.sees("Aprovado por carla");
    const press = office()
      .slack.deliveries()
      .findLast(({ payload }) => payload.type === "block_actions");
    await office().slack.replay(press!, { retryNumber: 1 });
    await office().slack.settled();

    expect(await events(office().database.sql, "agreement_approved")).toHaveLength(1);
    expect(await agreementStatus(office().database.sql, agreement)).toBe("live");
    expect(carla.modal()).toBeUndefined();
  });

  it("shows on the old message what became of it where it was decided elsewhere", async () => {
    const agreement = await askedFor(office());
    await relayAll(office());
    await office().approve(agreement);
    const carla = office().person("carla");
    await carla.press("approval-refuse", { in: "message" });
    await carla.sees(`O acordo ${agreement} está em vigor`);
    await carla.closeModal();
    await carla.sees("Aprovado por system");
  });

  it("is asked for in one message though its delivery is repeated", async () => {
    await askedFor(office());
    await relayAll(office());
    await office().database.sql`update outbox set sent_at = null`;
    await becomesDue(office());
    await relayAll(office());

    expect(asked()).toHaveLength(1);
  });

  it("is not asked for when it was decided before the message left", async () => {
    const agreement = await askedFor(office());
    await office().approve(agreement);
    await relayAll(office());

    expect(asked()).toEqual([]);
    expect(direct()).toHaveLength(1);
  });

  it("is decided although its message was deleted", async () => {
    slackMayRefuse();
    const agreement = await askedFor(office());
    await relayAll(office());
    office().slack.failNext("chat.update", { error: "message_not_found" });
    await office().person("carla").press("approval-approve", { in: "message", confirm: true });
    await office().slack.until(
      () => office().slack.calls("chat.update").length === 1,
      () => "the message was not touched",
    );
    office().slack.failNext("chat.update", { error: "message_not_found" });
    await relayAll(office());

    expect(await agreementStatus(office().database.sql, agreement)).toBe("live");
    expect(direct()).toHaveLength(1);
    expect((await outboxRows(office())).every(({ sent }) => sent)).toBe(true);
  });

  it("opens the customer's account from the message", async () => {
    await askedFor(office());
    await relayAll(office());
    const carla = office().person("carla");
    await carla.press("approval-open-account", { in: "message" });
    await carla.sees("## Cliente C1");
  });
});
