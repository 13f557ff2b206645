import { request } from "node:http";
import { beforeEach, describe, expect, it } from "vitest";
import { must } from "#test/support/desk.ts";
import { slackId, theOffice } from "#test/support/slack-office.ts";
import type { Deed } from "./deeds.ts";
import type { Screen } from "./screen.ts";
import { type Chat, openChat } from "./server.ts";

const office = theOffice();
const ANA = slackId("ana");

describe("the local chat page's server", () => {
  let chat: Chat;
  beforeEach(async () => {
    const { slack } = office();
    const people = [{ id: ANA, name: "ana", realName: "Ana", email: "", label: "Ana" }];
    const channels = [{ id: "C1", name: "cobranca", members: [ANA] }];
    chat = await openChat({ slack, people, channels });
    return () => chat.close();
  });

  const post = (deed: Deed, headers: Record<string, string> = { "x-acordo-chat": "1" }) =>
    fetch(`${chat.address}/api/do`, {
      method: "POST",
      headers,
      body: JSON.stringify({ as: ANA, ...deed }),
    });
  const screen = async () =>
    (await (await fetch(`${chat.address}/api/screen?as=${ANA}`)).json()) as Screen;

  it("listens to this machine alone", () => {
    expect(chat.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it("refuses another site's page: a foreign name, and a post without the page's own header", async () => {
    expect(await statusUnder("evil.example")).toBe(403);
    expect(await statusUnder("localhost")).toBe(200);
    expect((await post({ do: "home" }, {})).status).toBe(403);
  });

  it("hands out its own files and nothing else, under a policy that lets nothing in from outside", async () => {
    const page = await fetch(`${chat.address}/`);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    const text = await page.text();
    for (const [, path] of text.matchAll(/(?:src|href)="(\/[^"]+)"/g)) {
      expect((await fetch(`${chat.address}${path}`)).status).toBe(200);
    }
    expect(text).not.toMatch(/https?:/);
    for (const path of ["/server.ts", "/page/../server.ts", "/%2e%2e/server.ts", "/lato-1.woff2"]) {
      expect((await fetch(`${chat.address}${path}`)).status).toBe(404);
    }
  });

  it("tells a page that something has changed", async () => {
    const ended = new AbortController();
    const changes = await fetch(`${chat.address}/api/changes?as=${ANA}`, { signal: ended.signal });
    const reader = changes.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toContain("retry");
    await post({ do: "home" });
    expect((await reader?.read())?.value).toBe("data: changed\n\n");
    ended.abort();
  });

  it("answers what Slack would say to what cannot be done", async () => {
    const answer = await post({ do: "press", element: "nothing", in: "modal" });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ error: "no modal is open" });
    const stranger = await fetch(`${chat.address}/api/screen?as=U-nobody`);
    expect(await stranger.json()).toEqual({ error: "nobody here is U-nobody" });
  });

  it("carries a file from the app to whoever sees its message", async () => {
    await office().customer("C", { owing: { A: ["129.90", "2026-06-01"] } });
    must(await office().classify());
    const ana = office().person("ana");
    await post({ do: "home" });
    await ana.sees("Painéis");
    await ana.press("home.panel.open", { value: "classified", in: "home" });
    await ana.sees("Exportar CSV");
    await ana.press("panel.csv");
    await office().slack.until(
      () => ana.files().length > 0,
      () => "no file came",
    );
    const [file] = (await screen()).channels.flatMap(({ messages }) =>
      messages.flatMap(({ files }) => files),
    );
    const saved = await fetch(`${chat.address}/files/${file?.id}?as=${ANA}`);
    expect(saved.headers.get("content-disposition")).toContain("attachment");
    expect(await saved.text()).toContain("129,90");
  });

  const statusUnder = (host: string): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      request(`${chat.address}/`, { headers: { host } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on("error", reject)
        .end();
    });
});
