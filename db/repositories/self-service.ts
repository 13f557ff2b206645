import type { SelfServiceUnit } from "#core/self-service-ports.ts";
import type { Scope } from "./scope.ts";
import { selfServiceDebtMethods } from "./self-service-debts.ts";
import { selfServiceHelpMethods } from "./self-service-help.ts";
import { selfServiceOfferMethods } from "./self-service-offers.ts";

/** All that the commands of customers who act alone write. */
export const selfServiceMethods = (scope: Scope): SelfServiceUnit => ({
  ...selfServiceDebtMethods(scope),
  ...selfServiceOfferMethods(scope),
  ...selfServiceHelpMethods(scope),
});
