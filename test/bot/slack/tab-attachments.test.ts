import { describe, expect, it } from "vitest";
import { atAccount } from "#test/bot/slack/account-support.ts";
import { events } from "#test/support/look.ts";
import { theOffice } from "#test/support/slack-office.ts";

const office = theOffice();

const TEXT = Buffer.from("Comprovante de pagamento.\n");
const ZIP = Buffer.from(`504b0506${"00".repeat(18)}`, "hex");

async function upload(name: string, bytes: Buffer) {
  await office().customer("C1", { owing: { A: ["129.90", "2026-05-04"] } });
  const carla = await atAccount(office(), { customer: "C1", tab: 5, as: "carla" });
  await carla.press("account:attachments:add");
  await carla.sees("com até 10 MB");
  await carla.uploadFile("file", { name, mimetype: "text/plain", bytes });
  await carla.type("description", "Enviado por e-mail");
  await carla.submit();
  return carla;
}

async function uploaded() {
  const carla = await upload("recibo.txt", TEXT);
  await carla.sees("O arquivo foi anexado.");
  return carla;
}

async function rows() {
  const found = await office().database.sql`
    select name, description, media_type as type, size_bytes as bytes, uploaded_by as by,
      deleted_at is not null as deleted from attachment`;
  return found.map((row) => ({ ...row }));
}

describe("attachments", () => {
  it("come from Slack into the store, and go back to the person", async () => {
    const carla = await uploaded();
    const row = { name: "recibo.txt", description: "Enviado por e-mail", type: "text/plain" };
    expect(await rows()).toEqual([{ ...row, bytes: TEXT.length, by: "carla", deleted: false }]);
    expect(await events(office().database.sql, "attachment_added")).toMatchObject([
      { actor: "carla", data: { name: "recibo.txt" } },
    ]);

    await carla.press("account:attachments:download");
    await carla.sees("está na sua conversa com a Acordo");
    const sent = carla.files().map(({ name, bytes }) => ({ name, bytes }));
    expect(sent).toEqual([{ name: "recibo.txt", bytes: TEXT }]);
  });

  it("are refused by what is in them, whatever they are called", async () => {
    const carla = await upload("recibo.txt", ZIP);
    expect(Object.keys(carla.fieldErrors())).toEqual(["file"]);
    expect(await rows()).toEqual([]);
  });

  it("are described", async () => {
    const carla = await uploaded();
    await carla.press("account:attachments:describe");
    await carla.sees("Nome do arquivo");
    await carla.type("name", "pix.txt");
    await carla.type("description", "Pix de junho");
    await carla.submit();

    await carla.sees("A descrição foi salva.");
    expect(await rows()).toMatchObject([{ name: "pix.txt", description: "Pix de junho" }]);
    expect(await events(office().database.sql, "attachment_described")).toHaveLength(1);
  });

  it("are deleted once the person says so again", async () => {
    const carla = await uploaded();
    await carla.press("account:attachments:remove", { confirm: false });
    expect(await rows()).toMatchObject([{ deleted: false }]);

    await carla.press("account:attachments:remove", { confirm: true });
    await carla.sees("O anexo foi excluído.");
    expect(await rows()).toMatchObject([{ deleted: true }]);
    expect(await events(office().database.sql, "attachment_deleted")).toMatchObject([
      { actor: "carla" },
    ]);
  });
});
