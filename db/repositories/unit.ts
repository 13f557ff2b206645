import type { CivilDate } from "#core/calendar.ts";
import type { Actor, Unit } from "#core/ports.ts";
import type { Tx } from "../client.ts";
import { administrationMethods } from "./administration.ts";
import { agreementMethods } from "./agreements.ts";
import { chargeMethods } from "./charges.ts";
import { classifierMethods } from "./classifier.ts";
import { collectionMethods } from "./collections.ts";
import { customerMethods } from "./customers.ts";
import { digestMethods } from "./digest.ts";
import { chatMethods, proofMethods } from "./identity.ts";
import { invoiceMethods } from "./invoices.ts";
import { outgoingMethods } from "./outgoing.ts";
import { providerMethods } from "./provider.ts";
import { recordMethods } from "./records.ts";
import { returnMethods } from "./returns.ts";
import type { Scope } from "./scope.ts";
import { selfServiceMethods } from "./self-service.ts";
import { spcMethods } from "./spc.ts";
import { workMethods } from "./work-methods.ts";

/** Every method takes its connection from the transaction, so none can run outside it by accident. */
export function createUnit(tx: Tx, actor: Actor, today: CivilDate): Unit {
  const scope: Scope = { tx, actor, today };
  return {
    actor,
    ...providerMethods(scope),
    ...customerMethods(scope),
    ...invoiceMethods(scope),
    ...chargeMethods(scope),
    ...returnMethods(scope),
    ...collectionMethods(scope),
    ...agreementMethods(scope),
    ...spcMethods(scope),
    ...classifierMethods(scope),
    ...recordMethods(scope),
    ...workMethods(scope),
    ...selfServiceMethods(scope),
    ...administrationMethods(scope),
    ...digestMethods(scope),
    ...chatMethods(scope),
    ...proofMethods(scope),
    ...outgoingMethods(scope),
  };
}
