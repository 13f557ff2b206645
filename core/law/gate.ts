import type { CivilDate } from "../calendar.ts";
import { type BlockFacts, mayBlock } from "./block.ts";
import { type ChargeFacts, mayCharge } from "./charge.ts";
import { mayCollect } from "./collect.ts";
import { type ContactFacts, mayContact } from "./contact.ts";
import type { DebtFacts } from "./facts.ts";
import type { LocalMoment } from "./local-moment.ts";
import { mayRegister, type RegistrationFacts } from "./register-spc.ts";
import { mayRescind, type RescindFacts } from "./rescind-contract.ts";
import type { Law } from "./settings.ts";
import type { Verdict } from "./verdict.ts";

/** Everything a provider does to collect, with the facts the law asks for. */
export type Act =
  | { readonly act: "contact"; readonly facts: ContactFacts; readonly now: LocalMoment }
  | { readonly act: "block"; readonly facts: BlockFacts; readonly today: CivilDate }
  | { readonly act: "rescind contract"; readonly facts: RescindFacts; readonly today: CivilDate }
  | {
      readonly act: "register in SPC";
      readonly facts: RegistrationFacts;
      readonly today: CivilDate;
    }
  | { readonly act: "charge"; readonly facts: ChargeFacts }
  | { readonly act: "collect"; readonly facts: DebtFacts; readonly today: CivilDate };

/** The legal gate: what people see follows it, and so does what the core does. */
export function legalGate(act: Act, law: Law): Verdict {
  switch (act.act) {
    case "contact":
      return mayContact(act.facts, act.now, law);
    case "block":
      return mayBlock(act.facts, act.today, law);
    case "rescind contract":
      return mayRescind(act.facts, act.today, law);
    case "register in SPC":
      return mayRegister(act.facts, act.today, law);
    case "charge":
      return mayCharge(act.facts, law);
    case "collect":
      return mayCollect(act.facts, act.today, law);
  }
}
