import { importFields, importTypes } from "./generated-import.ts";
import { contactWindows, lawBefore, lawInForce, packs, unconfirmed } from "./generated-law.ts";
import {
  permissions,
  policy,
  roles,
  settings,
  stageMoves,
  stages,
  tables,
} from "./generated-model.ts";
import { table } from "./markdown.ts";
import { commandList, helpOf } from "./program.ts";

/** A part of the documents that is made from the code, by the name that stands in the document. */
export async function contentOf(name: string): Promise<string> {
  const command = /^command (.+)$/.exec(name)?.[1];
  if (command !== undefined) return asText(helpOf(command));
  const make = PARTS[name];
  if (make === undefined) throw new Error(`test/architecture/generated.ts makes no part ${name}`);
  return await make();
}

const asText = (text: string): string => `\`\`\`text\n${text}\n\`\`\``;

const PARTS: Readonly<Record<string, () => string | Promise<string>>> = {
  commands: () =>
    table(
      ["command", "what it does"],
      commandList().map(([name, help]) => [`[\`${name}\`](#${name.replaceAll(" ", "-")})`, help]),
    ),
  stages,
  "stage-moves": stageMoves,
  tables,
  settings,
  roles,
  permissions,
  policy,
  "law-packs": packs,
  "law-in-force": lawInForce,
  "law-before": lawBefore,
  "law-unconfirmed": unconfirmed,
  "contact-windows": contactWindows,
  "import-types": importTypes,
  "import-fields": importFields,
};
