import { existsSync, globSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { COMMAND } from "#bot/slack/command/register.ts";
import { SLACK_PATH } from "#bot/slack/receiver.ts";
import { SHORTCUT } from "#bot/slack/shortcuts/view.ts";
import { codeBlocks } from "#test/architecture/markdown.ts";
import { ROOT, readProject } from "#test/architecture/project-files.ts";

const PAGE = "docs/slack.md";
const TESTS = "test/bot/slack";
const page = readProject(PAGE);

describe("the tables of docs/slack.md", () => {
  const rows = page.split("\n").filter((line) => line.startsWith("| "));
  const named = rows.flatMap((row) => {
    const [, file, title] = /`([\w-]+\.test\.ts)`: (.+?) \|$/.exec(row) ?? [];
    return file === undefined || title === undefined ? [] : [{ row, file, title }];
  });

  it("name for each tool a test that exists, by its file and its sentence", () => {
    const lost = named.filter(({ file, title }) => {
      const path = `${TESTS}/${file}`;
      return !existsSync(join(ROOT, path)) || !readProject(path).includes(`"${title}"`);
    });

    expect(named.length).toBeGreaterThan(60);
    expect(lost.map(({ file, title }) => `${file}: ${title}`)).toEqual([]);
  });

  it("have the panels 1 to 10 and the tabs 1 to 10", () => {
    for (const part of ["The panels", "The account"]) {
      const numbers = [...sectionOf(part).matchAll(/^\| (\d+) \p{Lu}/gmu)].map(([, one]) => one);
      expect([...new Set(numbers)]).toEqual(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]);
    }
  });

  it("leave only what is said to come without a test", () => {
    const without = rows.filter((row) => row.endsWith("| – |"));

    expect(without.filter((row) => !row.includes("| comes with the "))).toEqual([]);
  });

  it("call each button as people read it", () => {
    const texts = globSync("bot/texts/pt-BR/*.ftl", { cwd: ROOT }).map(readProject).join("\n");
    const buttons = ["The panels", "The account"].flatMap((part) =>
      [...sectionOf(part).matchAll(/(?<!\*)\*([\p{Lu}‹][^*|]+)\*/gu)].map(([, one = ""]) => one),
    );
    const unknown = buttons.filter((one) => !texts.includes(`= ${one}\n`));

    expect(buttons.length).toBeGreaterThan(30);
    expect([...new Set(unknown)]).toEqual([]);
  });
});

describe("the app's manifest in docs/slack.md", () => {
  const [manifest = "", overHttp = ""] = codeBlocksAnywhere();
  const listUnder = (key: string): string[] => {
    const [, items = ""] = new RegExp(`${key}:\n((?:\\s+- .*\n)+)`).exec(manifest) ?? [];
    return [...items.matchAll(/- (.+)/g)].map(([, one = ""]) => one);
  };
  const source = globSync("bot/slack/**/*.ts", { cwd: ROOT }).map(readProject).join("\n");

  it("asks for the scopes that the calls of the app need, and no others", () => {
    const called = [...source.matchAll(/client\s*\.(?:(\w+)\.)?(\w+)\(/g)].map(([, group, name]) =>
      group === undefined ? `${name}` : `${group}.${name}`,
    );
    const events = listUnder("bot_events").flatMap((event) => EVENT_SCOPES[event] ?? []);
    const scopes = [...new Set(called)]
      .flatMap((method) => SCOPES[method] ?? [`? ${method}`])
      .concat(events);

    expect([...new Set([...scopes, "commands"])].sort()).toEqual(listUnder("bot").sort());
  });

  it("subscribes to the events that the app listens to", () => {
    const events = [...source.matchAll(/app\.event\(\s*"(\w+)"/g)].flatMap(
      ([, name = ""]) => EVENTS[name] ?? [name],
    );

    expect(events.length).toBeGreaterThan(0);
    expect(listUnder("bot_events").sort()).toEqual([...new Set(events)].sort());
  });

  it("has the command and the shortcuts under the names that the app answers to", () => {
    expect(valuesOf(manifest, "command")).toEqual([COMMAND]);
    expect(valuesOf(manifest, "callback_id")).toEqual(Object.values(SHORTCUT));
  });

  it("leads every request over HTTP to the one address that the server has", () => {
    const addresses = ["url", "request_url", "message_menu_options_url"].flatMap((key) =>
      valuesOf(overHttp, key),
    );

    expect(addresses).toHaveLength(4);
    for (const address of addresses) expect(new URL(address).pathname).toBe(SLACK_PATH);
    expect(valuesOf(manifest, "socket_mode_enabled")).toEqual(["true"]);
    expect(valuesOf(overHttp, "socket_mode_enabled")).toEqual(["false"]);
  });
});

/** What Slack asks of a bot for each method; views need nothing. */
const SCOPES: Readonly<Record<string, readonly string[]>> = {
  "chat.postMessage": ["chat:write"],
  "chat.postEphemeral": ["chat:write"],
  "chat.update": ["chat:write"],
  "conversations.open": ["im:write"],
  "files.info": ["files:read"],
  filesUploadV2: ["files:write"],
  "views.open": [],
  "views.push": [],
  "views.update": [],
  "views.publish": [],
};

/** Messages are subscribed to by the kind of the channel: public and private. */
const EVENTS: Readonly<Record<string, readonly string[]>> = {
  message: ["message.channels", "message.groups"],
};
const EVENT_SCOPES: Readonly<Record<string, readonly string[]>> = {
  "message.channels": ["channels:history"],
  "message.groups": ["groups:history"],
};

function sectionOf(heading: string): string {
  const [, text = ""] = page.split(`\n## ${heading}\n`);
  return text.split("\n## ")[0] ?? "";
}

/** Those in a list are indented. */
const codeBlocksAnywhere = (): string[] => [
  ...[...page.matchAll(/^ +```yaml\n(.*?)^ +```$/gms)].map(([, text = ""]) => text),
  ...codeBlocks(PAGE, "yaml"),
];

const valuesOf = (yaml: string, key: string): string[] =>
  [...yaml.matchAll(new RegExp(`(?:^|[\\s-])${key}: (.+)$`, "gm"))].map(([, value = ""]) => value);
