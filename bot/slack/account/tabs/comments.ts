import type { App } from "@slack/bolt";
import { localMoment } from "#core/law/local-moment.ts";
import type { Contact } from "#db/queries/account/account-work.ts";
import { messageId } from "../../../texts/words.ts";
import { actions, type Blocks, button, cut, section, typed } from "../../block-kit.ts";
import type { SlackDeps } from "../../deps.ts";
import { onAction, type Pressed } from "../../listen.ts";
import { openWith } from "../../open.ts";
import { formView, placeOf } from "../on-top.ts";
import { type AccountTools, defineTab, readRows, type TabContext } from "../tab.ts";
import { cursorOf } from "../workspace.ts";
import { registerContactForm } from "./comment-form.ts";

export const COMMENTS = {
  add: "account:comments:add",
  view: "account:comments:view",
  viewed: "account:comments:viewed",
} as const;

/** Tab 4: comments and what was talked with the customer. */
export const commentsTab = defineTab<readonly Contact[]>({
  number: 4,
  permission: "tab.comments",
  titleId: "slack-account-tab-comments",
  read: readRows(4),
  blocks,
  register,
});

function blocks(rows: readonly Contact[], about: TabContext): Blocks {
  const { texts, person } = about;
  const add = button({ id: COMMENTS.add, text: texts.say("slack-account-comment-add") });
  return [
    ...(person.permissions.has("comment.add") ? actions(add) : []),
    ...(rows.length === 0 ? [section(texts.say("slack-account-comments-none"))] : []),
    ...rows.map((row) =>
      section(
        `${headOf(row, about)}\n${typed(cut(row.body, MAX_EXCERPT))}`,
        button({ id: COMMENTS.view, text: texts.say("slack-account-view"), value: `${row.id}` }),
      ),
    ),
  ];
}

type Naming = Pick<TabContext, "texts" | "nameOf" | "timeZone">;

function headOf(row: Contact, { texts, nameOf, timeZone }: Naming): string {
  const { date, time } = localMoment(row.recordedAt.getTime(), timeZone);
  return texts.say("slack-account-comment", {
    subject: typed(row.subject),
    when: `${texts.date(date)} ${time}`,
    who: typed(nameOf(row.recordedBy)),
    direction: texts.say(`contact-direction-${row.direction}`),
    medium: texts.say(messageId("contact-medium", row.medium)),
  });
}

function details(row: Contact, about: Naming): Blocks {
  const { say } = about.texts;
  const nothing = say("slack-account-nothing");
  const more = say("slack-account-comment-more", {
    answeredBy: row.answeredBy === null ? nothing : typed(row.answeredBy),
    category: row.category === null ? nothing : typed(row.category),
  });
  return [
    section(headOf(row, about)),
    section(more),
    ...pieces(row.body).map((part) => section(typed(part))),
  ];
}

const MAX_EXCERPT = 200;
/** What is typed may grow by half when it is escaped, and a section holds 3,000. */
const PIECE = 1_500;

/** A long text in sections, parted at words. */
function pieces(text: string): string[] {
  const found: string[] = [];
  for (let rest = text; rest !== ""; ) {
    const most = rest.slice(0, PIECE);
    const atWord = rest.length > PIECE ? most.replace(/\s\S*$/u, "") : most;
    const piece = atWord === "" ? most : atWord;
    found.push(piece);
    rest = rest.slice(piece.length).trimStart();
  }
  return found;
}

function register(app: App, deps: SlackDeps, tools: AccountTools): void {
  registerContactForm(app, deps, { id: COMMENTS.add, tools });
  onAction(app, deps, { id: COMMENTS.view, permission: "tab.comments" }, (pressed) =>
    viewContact(pressed, deps),
  );
}

/** New ones move those of the first page on; so many rows still hold the one that was pressed. */
const ROWS_AROUND = 60;

const viewContact = (pressed: Pressed, deps: SlackDeps): Promise<void> =>
  openWith(pressed, async () => {
    const place = placeOf(pressed);
    const { reads, texts, today, timeZone } = deps;
    const request = { limit: ROWS_AROUND, after: cursorOf(place.workspace), today: today() };
    const [page, operators] = await Promise.all([
      reads.tab(place.workspace.customer, 4, request),
      reads.operators(),
    ]);
    const nameOf: Naming["nameOf"] = (who) => operators.find(({ id }) => id === who)?.name ?? who;
    const row = page.ok ? page.value.rows.find(({ id }) => `${id}` === pressed.value) : undefined;
    return formView(deps, {
      callbackId: COMMENTS.viewed,
      titleId: "slack-account-comment-title",
      blocks:
        row === undefined
          ? [section(texts.say("slack-account-gone"))]
          : details(row, { texts, timeZone, nameOf }),
      place,
      own: {},
    });
  });
