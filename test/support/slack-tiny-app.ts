import { App, type AppOptions, type BlockButtonAction, SocketModeReceiver } from "@slack/bolt";
import type { HomeView, ModalView } from "@slack/types";
import { httpReceiver } from "./slack-receiver.ts";

export const SECRETS = {
  signingSecret: "8f742231b10e8888abcd99yyyzzz85a5",
  botToken: "xoxb-tiny",
  appToken: "xapp-tiny",
} as const;

export type TinyApp = { readonly url: string | undefined; close(): Promise<void> };

type Where = { readonly apiUrl: string; readonly fetch?: typeof fetch };

const SILENT = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => "error" as never,
  setName() {},
};

/** One call, one answer: what fails is seen at once. */
export const strictClient = {
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: 5_000,
  logger: SILENT,
} as const;

/** An app of every kind of interaction, each as small as can be. */
export async function startTinyApp(
  transport: "http" | "socket",
  { apiUrl, fetch = globalThis.fetch }: Where,
): Promise<TinyApp> {
  const clientOptions = { ...strictClient, slackApiUrl: apiUrl, fetch };
  const http = transport === "http" ? httpReceiver(SECRETS.signingSecret) : undefined;
  const receiver =
    http ??
    new SocketModeReceiver({
      appToken: SECRETS.appToken,
      logger: SILENT,
      installerOptions: { clientOptions },
    });
  const app = new App({
    token: SECRETS.botToken,
    receiver,
    clientOptions,
    logger: SILENT,
  } as AppOptions);
  app.error(async () => {});
  listen(app);
  await app.start();
  return {
    url: http?.url(),
    close: async () => {
      await app.stop();
    },
  };
}

function listen(app: App): void {
  app.event("app_home_opened", async ({ event, client }) => {
    await client.views.publish({ user_id: event.user, view: homeView("nada ainda") });
  });
  app.command("/eco", async ({ ack, command, respond, client }) => {
    await ack();
    if (command.text === "formulario") {
      await client.views.open({ trigger_id: command.trigger_id, view: formView("1") });
      return;
    }
    await respond({ text: `eco: ${command.text}` });
  });
  app.command("/pronto", async ({ ack }) => ack("na hora"));
  app.action<BlockButtonAction>("abrir", async ({ ack, body, client }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: formView("1") });
  });
  app.action<BlockButtonAction>("outra_rodada", async ({ ack, body, client }) => {
    await ack();
    const { id = "", hash = "" } = body.view ?? {};
    await client.views.update({ view_id: id, hash, view: formView("2") });
  });
  app.action<BlockButtonAction>("empilhar", async ({ ack, body, client }) => {
    await ack();
    await client.views.push({ trigger_id: body.trigger_id, view: formView("1") });
  });
  app.action(/^(apagar|painel|menu)$/, async ({ ack, action, body, client }) => {
    await ack();
    const seen = JSON.stringify(action);
    const said = "selected_option" in action ? (action.selected_option?.value ?? "-") : "apagado";
    await client.views.publish({ user_id: body.user.id, view: homeView(`veio ${said}`, seen) });
  });
  app.action<BlockButtonAction>("aprovar", async ({ ack, body, client, respond }) => {
    await ack();
    if (body.message) {
      const { channel, message } = body;
      const text = `aprovado por <@${body.user.id}>`;
      await client.chat.update({ channel: channel?.id ?? "", ts: message?.ts ?? "", text });
    }
    await respond({ text: "obrigado" });
  });
  app.options("cliente", async ({ ack, payload }) => {
    const found = [`${payload.value} Silva`, `${payload.value} Souza`];
    await ack({ options: found.map((name) => option(name, name.toLowerCase())) });
  });
  app.action(/^(valor|cliente)$/, async ({ ack }) => ack());
  app.view("formulario", async ({ ack, view, client }) => {
    const values = view.state.values;
    const name = values.nome?.nome?.value ?? "";
    const files = values.anexo?.anexo?.files ?? [];
    switch (name) {
      case "erro":
        return ack({ response_action: "errors", errors: { nome: "não vale" } });
      case "perdido":
        return ack({ response_action: "errors", errors: { outro: "não vale" } });
      case "trocar":
        return ack({ response_action: "update", view: formView("2") });
      case "empilhar":
        return ack({ response_action: "push", view: formView("1") });
      case "limpar":
        return ack({ response_action: "clear" });
    }
    await ack();
    const found = values.cliente?.cliente?.selected_option?.value ?? "ninguém";
    const text = `recebido: ${name}, ${found}, ${files.length} arquivo(s)`;
    await client.chat.postMessage({ channel: "C1", text });
  });
  app.view({ callback_id: "formulario", type: "view_closed" }, async ({ ack, body, client }) => {
    await ack();
    await client.chat.postEphemeral({ channel: "C1", user: body.user.id, text: "desistiu" });
  });
  app.shortcut("atalho", async ({ ack, body, client }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: formView("1") });
  });
  app.shortcut("da_mensagem", async ({ ack, respond, body }) => {
    await ack();
    const { message } = body as { message?: { text?: string } };
    await respond({ text: `sobre: ${message?.text}` });
  });
  app.message("oi", async ({ say }) => {
    await say("olá");
  });
}

const plain = (text: string) => ({ type: "plain_text", text }) as const;
const option = (text: string, value: string) => ({ text: plain(text), value });

export const homeView = (state: string, seen = ""): HomeView => ({
  type: "home",
  private_metadata: seen,
  blocks: [
    { type: "header", text: plain("Bom dia") },
    { type: "section", text: { type: "mrkdwn", text: state } },
    {
      type: "actions",
      block_id: "botoes",
      elements: [
        { type: "button", action_id: "abrir", text: plain("Abrir"), value: "7" },
        {
          type: "button",
          action_id: "apagar",
          text: plain("Apagar"),
          style: "danger",
          confirm: {
            title: plain("Apagar?"),
            text: plain("Não volta."),
            confirm: plain("Apagar"),
            deny: plain("Voltar"),
          },
        },
        {
          type: "static_select",
          action_id: "painel",
          placeholder: plain("Painel"),
          options: [option("Vencidos", "vencidos"), option("Hoje", "hoje")],
        },
        { type: "overflow", action_id: "menu", options: [option("Exportar", "exportar")] },
      ],
    },
  ],
});

/** `round` renames the block of the value, and so empties it. */
export const formView = (round: string): ModalView => ({
  type: "modal",
  callback_id: "formulario",
  notify_on_close: true,
  title: plain(`Rodada ${round}`),
  submit: plain("Enviar"),
  close: plain("Voltar"),
  blocks: [
    {
      type: "input",
      block_id: "nome",
      label: plain("Nome"),
      element: { type: "plain_text_input", action_id: "nome", max_length: 20 },
    },
    {
      type: "input",
      block_id: `valor_${round}`,
      label: plain("Valor"),
      optional: true,
      dispatch_action: true,
      element: { type: "number_input", action_id: "valor", is_decimal_allowed: false },
    },
    {
      type: "input",
      block_id: "cliente",
      label: plain("Cliente"),
      optional: true,
      element: { type: "external_select", action_id: "cliente", min_query_length: 3 },
    },
    {
      type: "input",
      block_id: "anexo",
      label: plain("Anexo"),
      optional: true,
      element: { type: "file_input", action_id: "anexo", filetypes: ["pdf"], max_files: 1 },
    },
    {
      type: "actions",
      block_id: "passos",
      elements: [
        { type: "button", action_id: "outra_rodada", text: plain("Outra rodada") },
        { type: "button", action_id: "empilhar", text: plain("Empilhar") },
      ],
    },
  ],
});
