import { z } from "zod";
import { formProblems } from "#test/emulators/slack/inputs.ts";
import type { Person } from "#test/emulators/slack/person.ts";
import type { Option } from "#test/emulators/slack/types.ts";

const element = z.string().min(1);
const where = z.union([
  z.literal("modal"),
  z.literal("home"),
  z.object({ channel: z.string(), ts: z.string() }),
]);
const there = { element, in: where };
const asked = { ...there, confirm: z.literal(true).optional() };

/** What the page asks for: somebody does something at their screen. */
export const DEED = z.discriminatedUnion("do", [
  z.object({ do: z.literal("home") }),
  z.object({ do: z.literal("press"), ...asked, value: z.string().optional() }),
  z.object({ do: z.literal("choose"), ...asked, value: z.string() }),
  z.object({ do: z.literal("tick"), ...asked, values: z.array(z.string()) }),
  z.object({ do: z.literal("type"), ...asked, value: z.string() }),
  z.object({ do: z.literal("search"), ...there, words: z.string() }),
  z.object({ do: z.literal("submit") }),
  z.object({ do: z.literal("close") }),
  z.object({ do: z.literal("slash"), words: z.string(), channel: z.string().optional() }),
  z.object({ do: z.literal("say"), words: z.string(), channel: z.string().optional() }),
]);
export type Deed = z.infer<typeof DEED>;

export type Told = {
  /** Of a search. */
  readonly options?: readonly Option[];
  /** By block_id: why Slack's own client does not send the form. */
  readonly problems?: Readonly<Record<string, string>>;
};

/** Throws what Slack would say where it cannot be done. */
export async function carryOut(person: Person, deed: Deed): Promise<Told> {
  switch (deed.do) {
    case "search": {
      const options = await person.search(deed.element, deed.words, { in: deed.in });
      return { options };
    }
    case "submit":
      return await submit(person);
    default:
      await act(person, deed);
      return {};
  }
}

async function act(
  person: Person,
  deed: Exclude<Deed, { do: "search" | "submit" }>,
): Promise<void> {
  switch (deed.do) {
    case "home":
      return await person.openHome();
    case "press":
      return await person.press(deed.element, { ...options(deed), ...given(deed.value) });
    case "choose":
    case "type":
      return await person.select(deed.element, deed.value, options(deed));
    case "tick":
      return await person.check(deed.element, deed.values, options(deed));
    case "close":
      return await person.closeModal();
    case "slash": {
      const [, command = "", words = ""] = /^(\/\S+)\s*(.*)$/s.exec(deed.words) ?? [];
      return await person.slash(command, words, inChannel(deed.channel));
    }
    case "say":
      await person.say(deed.words, inChannel(deed.channel));
  }
}

async function submit(person: Person): Promise<Told> {
  const view = person.modal();
  if (view === undefined) throw new Error("no modal is open");
  const problems = formProblems(view.blocks, view.state.values);
  if (problems.length > 0) return { problems: Object.fromEntries(problems.map(inPortuguese)) };
  await person.submit();
  return {};
}

function inPortuguese(problem: string): readonly [blockId: string, says: string] {
  const at = problem.lastIndexOf(": ");
  const says = problem.slice(at + 2);
  return [problem.slice(0, at), says === "is required" ? "Este campo é obrigatório." : says];
}

const options = ({ in: place, confirm }: Extract<Deed, { confirm?: true | undefined }>) => ({
  in: place,
  ...(confirm === undefined ? {} : { confirm }),
});

const given = (value: string | undefined) => (value === undefined ? {} : { value });

const inChannel = (channel: string | undefined) => (channel === undefined ? {} : { channel });
