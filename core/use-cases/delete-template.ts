import type { TemplateText } from "../administration/templates.ts";
import { accept, refuse } from "../result.ts";
import { command } from "./command.ts";
import { record } from "./record.ts";

export type DeleteTemplate = Pick<TemplateText, "channel" | "name">;

/** Removes a template; messages that were written with it stay as they went out. */
export const deleteTemplate = command<DeleteTemplate, TemplateText>(
  "template delete",
  "template.manage",
  async (unit, { input: { channel, name } }) => {
    const standing = await unit.lockTemplates(channel);
    const before = standing.find((template) => template.name === name);
    if (before === undefined) {
      const known = standing.map((template) => template.name);
      return refuse({ code: "template_unknown", channel, got: name, known });
    }
    await unit.deleteTemplate({ channel, name });
    await record(unit, [{ kind: "template_deleted", data: { before, after: null } }]);
    return accept(before);
  },
);
