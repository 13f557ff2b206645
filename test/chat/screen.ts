import type { Person } from "#test/emulators/slack/person.ts";
import type { SlackEmulator } from "#test/emulators/slack/start.ts";
import type { Channel, Message, User, View } from "#test/emulators/slack/types.ts";
import type { Phones } from "./phones.ts";

export type ChatPerson = User & {
  /** By which the page offers to be this person. */
  readonly label: string;
};

/** The emulators, and who and what is in them. */
export type Workplace = {
  readonly slack: SlackEmulator;
  readonly people: readonly ChatPerson[];
  readonly channels: readonly Channel[];
  /** Undefined: Slack alone. */
  readonly phones?: Phones;
};

type ShownFile = {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly isPicture: boolean;
};
type ShownMessage = Omit<Message, "files"> & { readonly files: readonly ShownFile[] };
type ShownChannel = Pick<Channel, "id" | "name" | "isDirect"> & {
  readonly messages: readonly ShownMessage[];
};

export type Screen = {
  readonly home: View | undefined;
  readonly stack: readonly View[];
  readonly errors: Readonly<Record<string, string>>;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly channels: readonly ShownChannel[];
};

/** All that somebody sees in their Slack. */
export function screenOf({ people, channels }: Workplace, person: Person): Screen {
  const direct: Channel = { id: `D${person.id}`, name: "", members: [person.id], isDirect: true };
  const own = channels.filter(({ members }) => members.includes(person.id));
  const files = new Map(person.files().map((file) => [file.id, file]));
  const shown = (id: string): ShownFile[] => {
    const file = files.get(id);
    const bytes = file?.bytes?.length ?? 0;
    return file
      ? [{ id, name: file.name, bytes, isPicture: pictureType(file.name) !== undefined }]
      : [];
  };
  return {
    home: person.home(),
    stack: person.modalStack(),
    errors: person.fieldErrors(),
    people: people.map(({ id, realName }) => ({ id, name: realName })),
    channels: [direct, ...own].map(({ id, name, isDirect }) => ({
      id,
      name,
      ...(isDirect === undefined ? {} : { isDirect }),
      messages: person
        .messages(id)
        .map(({ files: ids = [], ...message }) => ({ ...message, files: ids.flatMap(shown) })),
    })),
  };
}

/** What a browser may show by itself; anything else is saved. */
export const pictureType = (name: string): string | undefined =>
  PICTURES[name.split(".").at(-1)?.toLowerCase() ?? ""];

const PICTURES: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
};
