import type { Permission } from "#core/access/permissions.ts";
import type { OperatorId } from "#core/ids.ts";

/** An operator who is known by the Slack user that acts. */
export type Person = {
  readonly id: OperatorId;
  readonly name: string;
  readonly role: string;
  readonly permissions: ReadonlySet<Permission>;
  readonly slackUser: string;
};
