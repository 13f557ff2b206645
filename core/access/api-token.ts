import type { OperatorId } from "../ids.ts";
import type { Permission } from "./permissions.ts";

/** What another system may ask for over HTTP. */
export const API_SCOPES = ["payments", "returns", "imports", "metrics"] as const;

export type ApiScope = (typeof API_SCOPES)[number];

export const isApiScope = (text: string): text is ApiScope =>
  API_SCOPES.some((scope) => scope === text);

/** A scope opens what its operator may do, and no more: the permission is asked for again at each request. */
export const SCOPE_PERMISSIONS: Readonly<Record<ApiScope, Permission>> = {
  payments: "invoice.pay",
  returns: "return.read",
  imports: "import.run",
  metrics: "outbox.manage",
};

export type ApiToken = {
  /** Unique among the tokens that are not revoked. */
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  /** Whose permissions it acts with, and who stands in the history. */
  readonly operator: OperatorId;
};

export type ApiTokenRefusal =
  | {
      readonly code: "api_scope_unknown";
      readonly got: string;
      readonly known: readonly ApiScope[];
    }
  | { readonly code: "api_token_name_taken"; readonly name: string }
  | { readonly code: "api_token_unknown"; readonly name: string };

export type ApiTokenEvent =
  | { readonly kind: "api_token_added"; readonly data: ApiToken }
  | { readonly kind: "api_token_revoked"; readonly data: ApiToken };
