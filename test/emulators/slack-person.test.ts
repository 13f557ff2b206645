import { WebClient } from "@slack/web-api";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SECRETS, startTinyApp, strictClient, type TinyApp } from "#test/support/slack-tiny-app.ts";
import { text } from "./slack/render.ts";
import { type SlackEmulator, startSlack } from "./slack/start.ts";

describe.each(["http", "socket"] as const)("a person at an app over %s", (transport) => {
  let slack: SlackEmulator;
  let app: TinyApp;
  let client: WebClient;
  let ana: ReturnType<SlackEmulator["user"]>;

  beforeAll(async () => {
    slack = await startSlack(SECRETS);
    app = await startTinyApp(transport, slack);
    if (app.url) slack.sendTo(app.url);
    client = new WebClient(SECRETS.botToken, { ...strictClient, slackApiUrl: slack.apiUrl });
    ana = slack.user("U1");
  });

  afterAll(async () => {
    await app.close();
    await slack.close();
  });

  beforeEach(async () => {
    while (ana.modal()) await ana.closeModal();
    await slack.settled();
  });

  const openForm = async (): Promise<void> => {
    await ana.slash("/eco", "formulario");
    await ana.sees("# Rodada 1");
  };

  it("gives a command and is answered for herself alone", async () => {
    await ana.slash("/eco", "bom dia");
    await ana.sees("eco: bom dia");

    expect(ana.ephemerals().map((message) => message.text)).toContain("eco: bom dia");
    expect(slack.user("U2").screen()).not.toContain("eco: bom dia");
  });

  it("is answered by the acknowledgement itself", async () => {
    await ana.slash("/pronto");

    expect(ana.ephemerals().at(-1)?.text).toBe("na hora");
  });

  it("opens Home, presses a button there and sees the modal", async () => {
    await ana.openHome();
    await ana.sees("nada ainda");
    await ana.press("abrir", { in: "home" });
    await ana.sees("# Rodada 1");

    const action = slack.deliveries().findLast(({ kind }) => kind === "interaction")?.payload;
    expect(action).toMatchObject({
      type: "block_actions",
      container: { type: "view", view_id: ana.home()?.id },
      view: { type: "home", hash: ana.home()?.hash },
      actions: [{ type: "button", action_id: "abrir", block_id: "botoes", value: "7" }],
    });
  });

  it("chooses from a menu and an overflow in Home", async () => {
    await ana.openHome();
    await ana.sees("nada ainda");
    await ana.select("painel", "Hoje");
    await ana.sees("veio hoje");
    await ana.press("menu", { value: "exportar" });
    await ana.sees("veio exportar");

    await expect(ana.select("painel", "Ontem")).rejects.toThrow('no option "Ontem"');
  });

  it("must answer a dialog before what it guards happens", async () => {
    await ana.openHome();
    await ana.sees("nada ainda");

    await expect(ana.press("apagar")).rejects.toThrow("# Apagar?\nNão volta.\n[Voltar] [Apagar]");
    await ana.press("apagar", { confirm: false });
    await slack.settled();
    expect(ana.screen()).toContain("nada ainda");
    await ana.press("apagar", { confirm: true });
    await ana.sees("veio apagado");
    await expect(ana.press("abrir", { confirm: true })).rejects.toThrow("asks nothing");
  });

  it("cannot press what is not there", async () => {
    await ana.openHome();

    await expect(ana.press("sumir")).rejects.toThrow("no element sumir; there are: botoes/abrir");
  });

  it("cannot send a form that is incomplete or wrong, and nothing is sent", async () => {
    await openForm();
    const before = slack.deliveries().length;

    await expect(ana.submit()).rejects.toThrow("nome: is required");
    await ana.type("nome", "x".repeat(21));
    await expect(ana.submit()).rejects.toThrow("nome: has too many characters");
    expect(slack.deliveries()).toHaveLength(before);

    await ana.type("nome", "ana");
    await ana.type("valor", "1,5");
    await expect(ana.submit()).rejects.toThrow("valor_1: is no whole number");
  });

  it("sends what she typed, found and uploaded", async () => {
    await openForm();
    await ana.type("nome", "contrato");
    await ana.search("cliente", "Mar");
    await ana.select("cliente", "mar silva");
    const bytes = Buffer.from("%PDF-1.7");
    await ana.uploadFile("anexo", { name: "c.pdf", mimetype: "application/pdf", bytes });

    expect(text(ana.modal())).toContain("Cliente (optional): <Mar Silva>");
    expect(text(ana.modal())).toContain("Anexo (optional): <c.pdf>");
    expect(await ana.submit()).toBe("closed");
    await ana.sees("recebido: contrato, mar silva, 1 arquivo(s)");
  });

  it("can only upload what the field takes", async () => {
    await openForm();
    const bytes = Buffer.from("GIF");
    const upload = (name: string) => ana.uploadFile("anexo", { name, mimetype: "x/y", bytes });

    await expect(upload("c.gif")).rejects.toThrow("takes pdf, came gif");
    await upload("c.pdf");
    await expect(upload("d.pdf")).rejects.toThrow("takes 1 files");
  });

  it("gets options only from so many characters on", async () => {
    await openForm();

    await expect(ana.search("cliente", "Ma")).rejects.toThrow("from 3 characters");
    expect((await ana.search("cliente", "Ana")).map(({ value }) => value)).toEqual([
      "ana silva",
      "ana souza",
    ]);
  });

  it("sees an error at its field, and the form stays as she filled it", async () => {
    await openForm();
    await ana.type("nome", "erro");

    expect(await ana.submit()).toBe("errors");
    expect(ana.fieldErrors()).toEqual({ nome: "não vale" });
    expect(ana.screen()).toContain("Nome: <erro>\n  ! não vale");
  });

  it("is not shown an error at a field that is not there: the test fails", async () => {
    await openForm();
    await ana.type("nome", "perdido");

    await expect(ana.submit()).rejects.toThrow("no input block outro; there are: nome,");
  });

  it("is led on: update, push, clear", async () => {
    await openForm();
    await ana.type("nome", "trocar");
    const { id } = ana.modal()!;
    expect(await ana.submit()).toBe("updated");
    expect(ana.modal()).toMatchObject({ id, title: { text: "Rodada 2" } });

    await ana.type("nome", "empilhar");
    expect(await ana.submit()).toBe("pushed");
    expect(ana.modalStack()).toHaveLength(2);
    expect(ana.modal()).toMatchObject({ previous_view_id: id, root_view_id: id });

    await ana.type("nome", "limpar");
    expect(await ana.submit()).toBe("cleared");
    expect(ana.modal()).toBeUndefined();
  });

  it("keeps what she typed where the field has the same name, and nowhere else", async () => {
    await openForm();
    await ana.type("nome", "fica");
    await ana.type("valor", "12");
    await ana.press("outra_rodada");
    await ana.sees("# Rodada 2");

    expect(ana.screen()).toContain("Nome: <fica>");
    expect(ana.screen()).toContain("Valor (optional): <>");
  });

  it("tells the app at once of a field that dispatches, and only of that", async () => {
    await openForm();
    const before = slack.deliveries().length;
    await ana.type("nome", "calado");
    await ana.type("valor", "12");

    const sent = slack.deliveries().slice(before);
    expect(sent.map(({ payload }) => payload)).toMatchObject([
      {
        actions: [{ type: "number_input", action_id: "valor", block_id: "valor_1", value: "12" }],
        view: { state: { values: { nome: { nome: { value: "calado" } } } } },
      },
    ]);
  });

  it("stacks three views and no fourth", async () => {
    await openForm();
    for (const depth of [2, 3]) {
      await ana.press("empilhar");
      await slack.until(
        () => ana.modalStack().length === depth,
        () => "no second view",
      );
    }
    await ana.press("empilhar");
    const refused = await slack.until(
      () => slack.refusedCalls().find(({ method }) => method === "views.push"),
      () => "nothing refused",
    );

    expect(refused.answer).toMatchObject({ ok: false, error: "push_limit_reached" });
    expect(ana.modalStack()).toHaveLength(3);
  });

  it("closes a modal, and the app hears of it", async () => {
    await openForm();
    await ana.closeModal();
    await ana.sees("desistiu");

    expect(ana.modal()).toBeUndefined();
  });

  it("presses a button of a message, which then changes for everyone", async () => {
    await client.chat.postMessage({ channel: "C1", text: "acordo 9", blocks: APPROVAL });
    await ana.press("aprovar", { in: "message", value: "9" });
    await slack.user("U2").sees("aprovado por <@U1>");
    await ana.sees("obrigado");

    expect(slack.user("U2").ephemerals()).toEqual([]);
  });

  it("presses a button of a message that only she sees: the app is not given the message", async () => {
    await client.chat.postEphemeral({ channel: "C1", user: "U1", text: "a", blocks: APPROVAL });
    await ana.press("aprovar", { in: "message" });

    const { payload } = slack.deliveries().at(-1)!;
    expect(payload.container).toMatchObject({ type: "message", is_ephemeral: true });
    expect(payload).not.toHaveProperty("message");
  });

  it("uses shortcuts, global and of a message", async () => {
    await ana.shortcut("atalho");
    await ana.sees("# Rodada 1");
    await ana.closeModal();
    await client.chat.postMessage({ channel: "C1", text: "parcela 3" });
    await ana.messageShortcut("da_mensagem", ana.messages("C1").at(-1)!);

    await ana.sees("sobre: parcela 3");
  });

  it("writes to the app and is answered", async () => {
    await ana.say("oi");

    await ana.sees("olá");
  });
});

const APPROVAL = [
  {
    type: "actions" as const,
    block_id: "decisao",
    elements: [
      {
        type: "button" as const,
        action_id: "aprovar",
        value: "9",
        text: { type: "plain_text" as const, text: "Aprovar" },
      },
    ],
  },
];
