import { runClassifier } from "#core/use-cases/run-classifier.ts";
import { ask } from "../call.ts";
import { define } from "../command.ts";

export const classify = define({
  name: "classify",
  help: "Runs the classifier by hand: open invoices as many days overdue as their contract's ladder says enter panel 1, those that no longer qualify leave it. Running it twice changes nothing.",
  example: "--date 2026-11-24",
  async work(call) {
    const { date, customers, invoices, classified, released } = await ask(call, runClassifier, {});
    return {
      json: { date, customers, invoices, classified, released },
      text: [
        `${date}: ${classified} invoice(s) classified, ${released} released.`,
        `Panel 1 has ${invoices} invoice(s) of ${customers} customer(s).`,
      ],
    };
  },
});
