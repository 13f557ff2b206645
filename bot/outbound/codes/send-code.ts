import type { CodeChannel } from "#core/identity/effects.ts";
import { CODE_MINUTES } from "#core/identity/limits.ts";
import type { CustomerId } from "#core/ids.ts";
import type { Delivered, Sender } from "../../sending.ts";
import type { Texts } from "../../texts/texts.ts";
import type { Creditor } from "../deps.ts";
import { footerOf } from "../email/footer.ts";
import type { Mailer } from "../email/mailer.ts";
import type { SmsDriver } from "../sms/driver.ts";

type Asked = {
  readonly chat: number;
  readonly customer: CustomerId;
  readonly channel: CodeChannel;
};

export type CodeDeps = {
  readonly creditor: () => Promise<Creditor>;
  /** Read when it is sent, and kept nowhere else. */
  readonly code: (
    asked: Asked,
  ) => Promise<
    { readonly code: string; readonly expiresAtMs: number; readonly to: string } | undefined
  >;
  readonly nowMs: () => number;
  readonly texts: Texts;
};

/** A code that proves whose chat it is, to the e-mail on record. */
export const sendCodeByEmail =
  (deps: CodeDeps, mailer: Mailer): Sender<"send_identity_code:email"> =>
  (asked) =>
    whileItHolds(deps, asked, async ({ id, to, args, creditor }) =>
      mailer.send({
        id,
        to: [to],
        cc: [],
        subject: deps.texts.say("code-email-subject", args),
        body: deps.texts.say("code-email-body", args),
        footer: footerOf(creditor),
        attachments: [],
      }),
    );

/** The same to the mobile on record. */
export const sendCodeBySms =
  (deps: CodeDeps, driver: SmsDriver): Sender<"send_identity_code:sms"> =>
  (asked) =>
    whileItHolds(deps, asked, ({ id, to, args }) =>
      driver({ id, to, text: deps.texts.say("code-sms", args) }),
    );

type Leaving = {
  readonly id: string;
  readonly to: string;
  readonly args: { readonly provider: string; readonly code: string; readonly minutes: number };
  readonly creditor: Creditor;
};

/** A code that was used, replaced or is too old by now helps nobody. */
async function whileItHolds(
  { code, creditor, nowMs, texts }: CodeDeps,
  asked: Asked,
  send: (leaving: Leaving) => Promise<Delivered>,
): Promise<Delivered> {
  const standing = await code(asked);
  if (standing === undefined || standing.expiresAtMs <= nowMs()) {
    return { outcome: "dropped", reason: "the code is of no use any more" };
  }
  const who = await creditor();
  return send({
    id: `code-${asked.chat}-${standing.expiresAtMs}`,
    to: standing.to,
    args: {
      provider: who.name === "" ? texts.say("code-provider") : who.name,
      code: standing.code,
      minutes: CODE_MINUTES,
    },
    creditor: who,
  });
}
