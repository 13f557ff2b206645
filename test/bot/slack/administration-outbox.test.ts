import { describe, expect, it } from "vitest";
import { DROP, RETRY } from "#bot/slack/administration/outbox.ts";
import { events } from "#test/support/look.ts";
import { slackMayRefuse, theOffice } from "#test/support/slack-office.ts";
import { administering, lastEvent, refusedWhenForgedBy } from "./administration-support.ts";
import { APPROVALS, askedFor, outboxRows, relayAll } from "./approval-support.ts";

const office = theOffice();

/** An approval that was asked for in a channel that is not there. */
async function lost(): Promise<void> {
  slackMayRefuse();
  await askedFor(office());
  await relayAll(office(), { channel: "C9" });
}

describe("what did not leave", () => {
  it("stands with its reason, and leaves once somebody sends it again", async () => {
    await lost();
    const carla = await administering(office(), "carla", "outbox");
    expect(carla.screen()).toContain("*Pedido de aprovação* · Cliente C1");
    expect(carla.screen()).toContain("1 tentativa");
    expect(carla.screen()).toContain("Não será mais tentado");
    expect(carla.screen().replaceAll("\u200b", "")).toContain("Motivo: channel_not_found");
    await expect(carla.press(RETRY)).rejects.toThrow("Pedido de aprovação: será tentado já");
    await carla.press(RETRY, { confirm: true });
    await carla.sees("Voltou para a fila de envio.");
    await relayAll(office());

    expect(office().person("carla").messages(APPROVALS)).toHaveLength(1);
    expect(await outboxRows(office())).toMatchObject([{ kind: "ask_approval", sent: true }]);
    const { actor, data } = await lastEvent(office(), "outbox_retried");
    expect({ actor, data }).toMatchObject({
      actor: "carla",
      data: { what: "ask_approval", customer: "C1", error: "channel_not_found" },
    });
  });

  it("is dropped with a reason, and the history tells", async () => {
    await lost();
    const carla = await administering(office(), "carla", "outbox");
    await carla.press(DROP);
    await carla.sees("# Descartar envio");
    await carla.type("reason", " ");
    await carla.submit();
    expect(Object.keys(carla.fieldErrors())).toEqual(["reason"]);
    await carla.type("reason", "decidido por telefone");
    await carla.submit();
    await carla.sees("Descartado.");

    expect(await outboxRows(office())).toEqual([]);
    expect(await events(office().database.sql, "outbox_dropped")).toMatchObject([
      { actor: "carla", data: { reason: "decidido por telefone" } },
    ]);
    await carla.select("administration:subject", "changes");
    await carla.sees("Descarte do envio: Pedido de aprovação. Motivo: decidido por telefone.");
    await refusedWhenForgedBy(office(), "ana");
  });

  it("is told of no more once it has left meanwhile", async () => {
    await lost();
    const carla = await administering(office(), "carla", "outbox");
    await office().database.sql`update outbox set sent_at = now(), failed_at = null`;
    await carla.press(RETRY, { confirm: true });
    await carla.sees("não está mais parado");
    expect(await events(office().database.sql, "outbox_retried")).toEqual([]);
  });
});
