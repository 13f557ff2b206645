import type { TemplateRecord } from "../ports.ts";
import { accept, refuse } from "../result.ts";
import { checkText } from "./check-text.ts";
import { command } from "./command.ts";
import { record } from "./record.ts";

/** Adds a template for e-mail, SMS or app messages, or changes the one of that name. */
export const saveTemplate = command<TemplateRecord, TemplateRecord>(
  "template set",
  "template.manage",
  async (unit, { input }) => {
    const { channel, name, subject, body } = input;
    const refusal =
      checkText("name", name, 100) ??
      checkText("body", body, 10_000) ??
      (channel === "email" ? checkText("subject", subject ?? "", 200) : undefined);
    if (refusal !== undefined) return refuse(refusal);
    await unit.saveTemplate(input);
    await record(unit, [{ kind: "template_saved", data: { channel, name } }]);
    return accept(input);
  },
);
