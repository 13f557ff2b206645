import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { typed } from "#bot/slack/block-kit.ts";
import type { SlackDeps } from "#bot/slack/deps.ts";
import { doneModal, errorModal } from "#bot/slack/notices.ts";
import { createTexts } from "#bot/texts/texts.ts";
import { date } from "#core/calendar.ts";
import { validateView } from "#test/emulators/slack/validate.ts";

const deps = { texts: createTexts("pt-BR", date("2026-07-01")) } as SlackDeps;

/** What Slack would make something of. */
const HOSTILE = [
  "*negrito*",
  "_i_",
  "~x~",
  "`c`",
  "<!channel>",
  "<@U1>",
  "<https://x.example|aqui>",
  "https://x.example/a",
  "www.x.example",
  ":rotating_light:",
  ":+1:",
  ":a:b:c:",
  "> citação",
  "&lt;b&gt;",
  "😀",
];

const words = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "grapheme", maxLength: 30 })), {
    minLength: 1,
    maxLength: 20,
  })
  .map((parts) => parts.join(" "));

describe("notices", () => {
  it("show whatever was typed, and nothing of it is read as markup", () => {
    fc.assert(
      fc.property(words, (text) => {
        for (const view of [errorModal(deps, text), doneModal(deps, "Feito", text)]) {
          expect(validateView(view)).toEqual([]);
          expect(JSON.stringify(view)).not.toContain('"mrkdwn"');
        }
      }),
    );
  });
});

describe("typed text within markup", () => {
  it("makes no mention, format, emoji or link, and says what was typed", () => {
    fc.assert(
      fc.property(
        words.filter((text) => !text.includes("\u200b")),
        (text) => {
          const safe = typed(text);
          expect(safe).not.toMatch(/[<>]|:[\w+'-]+:|:\/\/|www\.(?!\u200b)/i);
          expect(safe).not.toMatch(/[*_~`](?!\u200b)/);
          const shown = safe.replaceAll("\u200b", "").replace(/&lt;/g, "<").replace(/&gt;/g, ">");
          expect(shown.replace(/&amp;/g, "&")).toBe(text);
        },
      ),
    );
  });
});
