import type { AdministrationUnit } from "#core/administration-ports.ts";
import { ladderMethods } from "./administration-ladders.ts";
import { listMethods } from "./administration-lists.ts";
import { peopleMethods } from "./administration-people.ts";
import { apiTokenMethods } from "./api-tokens.ts";
import { outboxMethods } from "./outbox-entries.ts";
import type { Scope } from "./scope.ts";

export const administrationMethods = (scope: Scope): AdministrationUnit => ({
  ...peopleMethods(scope),
  ...listMethods(scope),
  ...ladderMethods(scope),
  ...apiTokenMethods(scope),
  ...outboxMethods(scope),
});
